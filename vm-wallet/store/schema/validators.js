// Compiled by `npm run schemas` from definitions.ts. Do not edit.
// schema:schema:walletState
var schema_walletState_default = validate20;
var schema31 = {
  type: 'object',
  properties: {
    version: { const: 1 },
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    entropy: { type: 'string', pattern: '^([0-9a-f]{8}){4,8}$' },
    extension: { type: 'string' },
    createdAt: { type: 'integer', minimum: 0 },
    birthday: { type: ['integer', 'null'], minimum: 0 },
    mixdepths: { type: 'integer', minimum: 1, maximum: 10 },
    nextIndex: {
      type: 'object',
      patternProperties: { '^[0-9]{1,2}/[0-3]$': { type: 'integer', minimum: 0, maximum: 2147483647 } },
      additionalProperties: false,
    },
    shown: {
      type: 'object',
      patternProperties: {
        '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$': {
          type: 'object',
          properties: {
            address: { type: 'string' },
            purpose: { enum: ['deposit', 'change', 'coinjoin'] },
            at: { type: 'integer', minimum: 0 },
            label: { type: 'string' },
          },
          required: ['address', 'purpose', 'at', 'label'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    coins: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}:[0-9]{1,10}$': {
          type: 'object',
          properties: {
            value: { type: 'string', pattern: '^[0-9]{1,16}$' },
            scriptPubKey: { type: 'string', pattern: '^([0-9a-f]{2})*$' },
            path: { type: 'string', pattern: '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$' },
            height: { type: ['integer', 'null'], minimum: 0 },
            spentBy: {
              anyOf: [
                {
                  type: 'object',
                  properties: {
                    txid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                    height: { type: ['integer', 'null'], minimum: 0 },
                  },
                  required: ['txid', 'height'],
                  additionalProperties: false,
                },
                { type: 'null' },
              ],
            },
            frozen: { type: 'boolean' },
            label: { type: 'string' },
            locktime: { type: ['integer', 'null'], minimum: 0 },
          },
          required: ['value', 'scriptPubKey', 'path', 'height', 'spentBy', 'frozen', 'label', 'locktime'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    scanned: {
      anyOf: [
        {
          type: 'object',
          properties: {
            height: { type: 'integer', minimum: 0 },
            block: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          },
          required: ['height', 'block'],
          additionalProperties: false,
        },
        { type: 'null' },
      ],
    },
    leases: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}:[0-9]{1,10}$': {
          type: 'object',
          properties: { round: { type: 'string' }, until: { type: 'integer', minimum: 0 } },
          required: ['round', 'until'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    commitments: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}$': {
          type: 'object',
          properties: {
            outpoint: { type: 'string', pattern: '^[0-9a-f]{64}:[0-9]{1,10}$' },
            index: { type: 'integer', minimum: 0 },
            at: { type: 'integer', minimum: 0 },
          },
          required: ['outpoint', 'index', 'at'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    rounds: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          role: { enum: ['taker', 'maker'] },
          startedAt: { type: 'integer', minimum: 0 },
          stage: { type: 'string' },
          amount: { type: 'string', pattern: '^[0-9]{1,16}$' },
          peers: { type: 'array', items: { type: 'string' } },
          addresses: { type: 'array', items: { type: 'string', pattern: '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$' } },
          coins: { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{64}:[0-9]{1,10}$' } },
          earning: { anyOf: [{ type: 'string', pattern: '^-?[0-9]{1,16}$' }, { type: 'null' }] },
          txid: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{64}$' }, { type: 'null' }] },
          outcome: { enum: ['open', 'done', 'failed', 'abandoned'] },
          reason: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
        required: [
          'id',
          'role',
          'startedAt',
          'stage',
          'amount',
          'peers',
          'addresses',
          'coins',
          'earning',
          'txid',
          'outcome',
          'reason',
        ],
        additionalProperties: false,
      },
    },
    history: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          at: { type: 'integer', minimum: 0 },
          kind: { enum: ['deposit', 'send', 'coinjoin-taker', 'coinjoin-maker'] },
          txid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          height: { type: ['integer', 'null'], minimum: 0 },
          delta: { type: 'string', pattern: '^-?[0-9]{1,16}$' },
          amount: { type: 'string', pattern: '^[0-9]{1,16}$' },
          minerFee: { anyOf: [{ type: 'string', pattern: '^[0-9]{1,16}$' }, { type: 'null' }] },
          coinjoinFee: { anyOf: [{ type: 'string', pattern: '^-?[0-9]{1,16}$' }, { type: 'null' }] },
          fromMixdepth: { type: ['integer', 'null'], minimum: 0 },
          toMixdepth: { type: ['integer', 'null'], minimum: 0 },
          peers: { type: 'array', items: { type: 'string' } },
        },
        required: [
          'at',
          'kind',
          'txid',
          'height',
          'delta',
          'amount',
          'minerFee',
          'coinjoinFee',
          'fromMixdepth',
          'toMixdepth',
          'peers',
        ],
        additionalProperties: false,
      },
    },
    pending: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}$': {
          type: 'object',
          properties: {
            raw: { type: 'string', pattern: '^([0-9a-f]{2})*$' },
            at: { type: 'integer', minimum: 0 },
            round: { anyOf: [{ type: 'string' }, { type: 'null' }] },
            byOwnNode: { type: 'boolean' },
          },
          required: ['raw', 'at', 'round', 'byOwnNode'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    refused: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}$': {
          type: 'object',
          properties: {
            coins: { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{64}:[0-9]{1,10}$' } },
            at: { type: 'integer', minimum: 0 },
            reason: { type: 'string' },
          },
          required: ['coins', 'at', 'reason'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  required: [
    'version',
    'network',
    'entropy',
    'extension',
    'createdAt',
    'birthday',
    'mixdepths',
    'nextIndex',
    'shown',
    'coins',
    'scanned',
    'leases',
    'commitments',
    'rounds',
    'history',
    'pending',
    'refused',
  ],
  additionalProperties: false,
};
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp('^([0-9a-f]{8}){4,8}$', 'u');
var pattern5 = new RegExp('^[0-9]{1,2}/[0-3]$', 'u');
var pattern7 = new RegExp('^[0-9]{1,2}/[0-3]/[0-9]{1,10}$', 'u');
var pattern9 = new RegExp('^[0-9a-f]{64}:[0-9]{1,10}$', 'u');
var pattern11 = new RegExp('^[0-9]{1,16}$', 'u');
var pattern12 = new RegExp('^([0-9a-f]{2})*$', 'u');
var pattern14 = new RegExp('^[0-9a-f]{64}$', 'u');
var pattern24 = new RegExp('^-?[0-9]{1,16}$', 'u');
function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        ((data.version === void 0 || !func0.call(data, 'version')) && (missing0 = 'version')) ||
        ((data.network === void 0 || !func0.call(data, 'network')) && (missing0 = 'network')) ||
        ((data.entropy === void 0 || !func0.call(data, 'entropy')) && (missing0 = 'entropy')) ||
        ((data.extension === void 0 || !func0.call(data, 'extension')) && (missing0 = 'extension')) ||
        ((data.createdAt === void 0 || !func0.call(data, 'createdAt')) && (missing0 = 'createdAt')) ||
        ((data.birthday === void 0 || !func0.call(data, 'birthday')) && (missing0 = 'birthday')) ||
        ((data.mixdepths === void 0 || !func0.call(data, 'mixdepths')) && (missing0 = 'mixdepths')) ||
        ((data.nextIndex === void 0 || !func0.call(data, 'nextIndex')) && (missing0 = 'nextIndex')) ||
        ((data.shown === void 0 || !func0.call(data, 'shown')) && (missing0 = 'shown')) ||
        ((data.coins === void 0 || !func0.call(data, 'coins')) && (missing0 = 'coins')) ||
        ((data.scanned === void 0 || !func0.call(data, 'scanned')) && (missing0 = 'scanned')) ||
        ((data.leases === void 0 || !func0.call(data, 'leases')) && (missing0 = 'leases')) ||
        ((data.commitments === void 0 || !func0.call(data, 'commitments')) && (missing0 = 'commitments')) ||
        ((data.rounds === void 0 || !func0.call(data, 'rounds')) && (missing0 = 'rounds')) ||
        ((data.history === void 0 || !func0.call(data, 'history')) && (missing0 = 'history')) ||
        ((data.pending === void 0 || !func0.call(data, 'pending')) && (missing0 = 'pending')) ||
        ((data.refused === void 0 || !func0.call(data, 'refused')) && (missing0 = 'refused'))
      ) {
        validate20.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'",
          },
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 of Object.keys(data)) {
          if (!func0.call(schema31.properties, key0)) {
            validate20.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties',
              },
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== void 0 && func0.call(data, 'version')) {
            const _errs2 = errors;
            if (1 !== data.version) {
              validate20.errors = [
                {
                  instancePath: instancePath + '/version',
                  schemaPath: '#/properties/version/const',
                  keyword: 'const',
                  params: { allowedValue: 1 },
                  message: 'must be equal to constant',
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.network !== void 0 && func0.call(data, 'network')) {
              let data1 = data.network;
              const _errs3 = errors;
              if (!(
                data1 === 'mainnet' ||
                data1 === 'testnet' ||
                data1 === 'signet' ||
                data1 === 'regtest'
              )) {
                validate20.errors = [
                  {
                    instancePath: instancePath + '/network',
                    schemaPath: '#/properties/network/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema31.properties.network.enum },
                    message: 'must be equal to one of the allowed values',
                  },
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.entropy !== void 0 && func0.call(data, 'entropy')) {
                let data2 = data.entropy;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === 'string') {
                    if (!pattern4.test(data2)) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/entropy',
                          schemaPath: '#/properties/entropy/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^([0-9a-f]{8}){4,8}$' },
                          message: 'must match pattern "^([0-9a-f]{8}){4,8}$"',
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/entropy',
                        schemaPath: '#/properties/entropy/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.extension !== void 0 && func0.call(data, 'extension')) {
                  const _errs6 = errors;
                  if (typeof data.extension !== 'string') {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/extension',
                        schemaPath: '#/properties/extension/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.createdAt !== void 0 && func0.call(data, 'createdAt')) {
                    let data4 = data.createdAt;
                    const _errs8 = errors;
                    if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/createdAt',
                          schemaPath: '#/properties/createdAt/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ];
                      return false;
                    }
                    if (errors === _errs8) {
                      if (typeof data4 == 'number' && isFinite(data4)) {
                        if (data4 < 0 || isNaN(data4)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/createdAt',
                              schemaPath: '#/properties/createdAt/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              message: 'must be >= 0',
                            },
                          ];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.birthday !== void 0 && func0.call(data, 'birthday')) {
                      let data5 = data.birthday;
                      const _errs10 = errors;
                      if (
                        !(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5)) &&
                        data5 !== null
                      ) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/birthday',
                            schemaPath: '#/properties/birthday/type',
                            keyword: 'type',
                            params: { type: schema31.properties.birthday.type },
                            message: 'must be integer,null',
                          },
                        ];
                        return false;
                      }
                      if (errors === _errs10) {
                        if (typeof data5 == 'number' && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/birthday',
                                schemaPath: '#/properties/birthday/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.mixdepths !== void 0 && func0.call(data, 'mixdepths')) {
                        let data6 = data.mixdepths;
                        const _errs12 = errors;
                        if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/mixdepths',
                              schemaPath: '#/properties/mixdepths/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            },
                          ];
                          return false;
                        }
                        if (errors === _errs12) {
                          if (typeof data6 == 'number' && isFinite(data6)) {
                            if (data6 > 10 || isNaN(data6)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/mixdepths',
                                  schemaPath: '#/properties/mixdepths/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 10 },
                                  message: 'must be <= 10',
                                },
                              ];
                              return false;
                            } else {
                              if (data6 < 1 || isNaN(data6)) {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/mixdepths',
                                    schemaPath: '#/properties/mixdepths/minimum',
                                    keyword: 'minimum',
                                    params: { comparison: '>=', limit: 1 },
                                    message: 'must be >= 1',
                                  },
                                ];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.nextIndex !== void 0 && func0.call(data, 'nextIndex')) {
                          let data7 = data.nextIndex;
                          const _errs14 = errors;
                          if (errors === _errs14) {
                            if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                              const _errs16 = errors;
                              for (const key1 of Object.keys(data7)) {
                                if (!pattern5.test(key1)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/nextIndex',
                                      schemaPath: '#/properties/nextIndex/additionalProperties',
                                      keyword: 'additionalProperties',
                                      params: { additionalProperty: key1 },
                                      message: 'must NOT have additional properties',
                                    },
                                  ];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs16 === errors) {
                                var valid1 = true;
                                for (const key2 of Object.keys(data7)) {
                                  if (pattern5.test(key2)) {
                                    let data8 = data7[key2];
                                    const _errs17 = errors;
                                    if (!(
                                      typeof data8 == 'number' &&
                                      !(data8 % 1) &&
                                      !isNaN(data8) &&
                                      isFinite(data8)
                                    )) {
                                      validate20.errors = [
                                        {
                                          instancePath:
                                            instancePath +
                                            '/nextIndex/' +
                                            key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                          schemaPath:
                                            '#/properties/nextIndex/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D%24/type',
                                          keyword: 'type',
                                          params: { type: 'integer' },
                                          message: 'must be integer',
                                        },
                                      ];
                                      return false;
                                    }
                                    if (errors === _errs17) {
                                      if (typeof data8 == 'number' && isFinite(data8)) {
                                        if (data8 > 2147483647 || isNaN(data8)) {
                                          validate20.errors = [
                                            {
                                              instancePath:
                                                instancePath +
                                                '/nextIndex/' +
                                                key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                              schemaPath:
                                                '#/properties/nextIndex/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D%24/maximum',
                                              keyword: 'maximum',
                                              params: { comparison: '<=', limit: 2147483647 },
                                              message: 'must be <= 2147483647',
                                            },
                                          ];
                                          return false;
                                        } else {
                                          if (data8 < 0 || isNaN(data8)) {
                                            validate20.errors = [
                                              {
                                                instancePath:
                                                  instancePath +
                                                  '/nextIndex/' +
                                                  key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                schemaPath:
                                                  '#/properties/nextIndex/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D%24/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 0 },
                                                message: 'must be >= 0',
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                      }
                                    }
                                    var valid1 = _errs17 === errors;
                                    if (!valid1) {
                                      break;
                                    }
                                  }
                                }
                              }
                            } else {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/nextIndex',
                                  schemaPath: '#/properties/nextIndex/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.shown !== void 0 && func0.call(data, 'shown')) {
                            let data9 = data.shown;
                            const _errs19 = errors;
                            if (errors === _errs19) {
                              if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                                const _errs21 = errors;
                                for (const key3 of Object.keys(data9)) {
                                  if (!pattern7.test(key3)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/shown',
                                        schemaPath: '#/properties/shown/additionalProperties',
                                        keyword: 'additionalProperties',
                                        params: { additionalProperty: key3 },
                                        message: 'must NOT have additional properties',
                                      },
                                    ];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs21 === errors) {
                                  var valid2 = true;
                                  for (const key4 of Object.keys(data9)) {
                                    if (pattern7.test(key4)) {
                                      let data10 = data9[key4];
                                      const _errs22 = errors;
                                      if (errors === _errs22) {
                                        if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                                          let missing1;
                                          if (
                                            ((data10.address === void 0 || !func0.call(data10, 'address')) &&
                                              (missing1 = 'address')) ||
                                            ((data10.purpose === void 0 || !func0.call(data10, 'purpose')) &&
                                              (missing1 = 'purpose')) ||
                                            ((data10.at === void 0 || !func0.call(data10, 'at')) &&
                                              (missing1 = 'at')) ||
                                            ((data10.label === void 0 || !func0.call(data10, 'label')) &&
                                              (missing1 = 'label'))
                                          ) {
                                            validate20.errors = [
                                              {
                                                instancePath:
                                                  instancePath +
                                                  '/shown/' +
                                                  key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                schemaPath:
                                                  '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/required',
                                                keyword: 'required',
                                                params: { missingProperty: missing1 },
                                                message: "must have required property '" + missing1 + "'",
                                              },
                                            ];
                                            return false;
                                          } else {
                                            const _errs24 = errors;
                                            for (const key5 of Object.keys(data10)) {
                                              if (!(
                                                key5 === 'address' ||
                                                key5 === 'purpose' ||
                                                key5 === 'at' ||
                                                key5 === 'label'
                                              )) {
                                                validate20.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/shown/' +
                                                      key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    schemaPath:
                                                      '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/additionalProperties',
                                                    keyword: 'additionalProperties',
                                                    params: { additionalProperty: key5 },
                                                    message: 'must NOT have additional properties',
                                                  },
                                                ];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs24 === errors) {
                                              if (
                                                data10.address !== void 0 &&
                                                func0.call(data10, 'address')
                                              ) {
                                                const _errs25 = errors;
                                                if (typeof data10.address !== 'string') {
                                                  validate20.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/shown/' +
                                                        key4.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                        '/address',
                                                      schemaPath:
                                                        '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/properties/address/type',
                                                      keyword: 'type',
                                                      params: { type: 'string' },
                                                      message: 'must be string',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                                var valid3 = _errs25 === errors;
                                              } else {
                                                var valid3 = true;
                                              }
                                              if (valid3) {
                                                if (
                                                  data10.purpose !== void 0 &&
                                                  func0.call(data10, 'purpose')
                                                ) {
                                                  let data12 = data10.purpose;
                                                  const _errs27 = errors;
                                                  if (!(
                                                    data12 === 'deposit' ||
                                                    data12 === 'change' ||
                                                    data12 === 'coinjoin'
                                                  )) {
                                                    validate20.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/shown/' +
                                                          key4.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                          '/purpose',
                                                        schemaPath:
                                                          '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/properties/purpose/enum',
                                                        keyword: 'enum',
                                                        params: {
                                                          allowedValues:
                                                            schema31.properties.shown.patternProperties[
                                                              '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$'
                                                            ].properties.purpose.enum,
                                                        },
                                                        message: 'must be equal to one of the allowed values',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid3 = _errs27 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                                if (valid3) {
                                                  if (data10.at !== void 0 && func0.call(data10, 'at')) {
                                                    let data13 = data10.at;
                                                    const _errs28 = errors;
                                                    if (!(
                                                      typeof data13 == 'number' &&
                                                      !(data13 % 1) &&
                                                      !isNaN(data13) &&
                                                      isFinite(data13)
                                                    )) {
                                                      validate20.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/shown/' +
                                                            key4.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                            '/at',
                                                          schemaPath:
                                                            '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/properties/at/type',
                                                          keyword: 'type',
                                                          params: { type: 'integer' },
                                                          message: 'must be integer',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    if (errors === _errs28) {
                                                      if (typeof data13 == 'number' && isFinite(data13)) {
                                                        if (data13 < 0 || isNaN(data13)) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/shown/' +
                                                                key4
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/at',
                                                              schemaPath:
                                                                '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/properties/at/minimum',
                                                              keyword: 'minimum',
                                                              params: { comparison: '>=', limit: 0 },
                                                              message: 'must be >= 0',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid3 = _errs28 === errors;
                                                  } else {
                                                    var valid3 = true;
                                                  }
                                                  if (valid3) {
                                                    if (
                                                      data10.label !== void 0 &&
                                                      func0.call(data10, 'label')
                                                    ) {
                                                      const _errs30 = errors;
                                                      if (typeof data10.label !== 'string') {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/shown/' +
                                                              key4.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/label',
                                                            schemaPath:
                                                              '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/properties/label/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid3 = _errs30 === errors;
                                                    } else {
                                                      var valid3 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate20.errors = [
                                            {
                                              instancePath:
                                                instancePath +
                                                '/shown/' +
                                                key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                                              schemaPath:
                                                '#/properties/shown/patternProperties/%5E%5B0-9%5D%7B1%2C2%7D~1%5B0-3%5D~1%5B0-9%5D%7B1%2C10%7D%24/type',
                                              keyword: 'type',
                                              params: { type: 'object' },
                                              message: 'must be object',
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                      var valid2 = _errs22 === errors;
                                      if (!valid2) {
                                        break;
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/shown',
                                    schemaPath: '#/properties/shown/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                    message: 'must be object',
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid0 = _errs19 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.coins !== void 0 && func0.call(data, 'coins')) {
                              let data15 = data.coins;
                              const _errs32 = errors;
                              if (errors === _errs32) {
                                if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                                  const _errs34 = errors;
                                  for (const key6 of Object.keys(data15)) {
                                    if (!pattern9.test(key6)) {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/coins',
                                          schemaPath: '#/properties/coins/additionalProperties',
                                          keyword: 'additionalProperties',
                                          params: { additionalProperty: key6 },
                                          message: 'must NOT have additional properties',
                                        },
                                      ];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs34 === errors) {
                                    var valid4 = true;
                                    for (const key7 of Object.keys(data15)) {
                                      if (pattern9.test(key7)) {
                                        let data16 = data15[key7];
                                        const _errs35 = errors;
                                        if (errors === _errs35) {
                                          if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                                            let missing2;
                                            if (
                                              ((data16.value === void 0 || !func0.call(data16, 'value')) &&
                                                (missing2 = 'value')) ||
                                              ((data16.scriptPubKey === void 0 ||
                                                !func0.call(data16, 'scriptPubKey')) &&
                                                (missing2 = 'scriptPubKey')) ||
                                              ((data16.path === void 0 || !func0.call(data16, 'path')) &&
                                                (missing2 = 'path')) ||
                                              ((data16.height === void 0 || !func0.call(data16, 'height')) &&
                                                (missing2 = 'height')) ||
                                              ((data16.spentBy === void 0 ||
                                                !func0.call(data16, 'spentBy')) &&
                                                (missing2 = 'spentBy')) ||
                                              ((data16.frozen === void 0 || !func0.call(data16, 'frozen')) &&
                                                (missing2 = 'frozen')) ||
                                              ((data16.label === void 0 || !func0.call(data16, 'label')) &&
                                                (missing2 = 'label')) ||
                                              ((data16.locktime === void 0 ||
                                                !func0.call(data16, 'locktime')) &&
                                                (missing2 = 'locktime'))
                                            ) {
                                              validate20.errors = [
                                                {
                                                  instancePath:
                                                    instancePath +
                                                    '/coins/' +
                                                    key7.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                  schemaPath:
                                                    '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/required',
                                                  keyword: 'required',
                                                  params: { missingProperty: missing2 },
                                                  message: "must have required property '" + missing2 + "'",
                                                },
                                              ];
                                              return false;
                                            } else {
                                              const _errs37 = errors;
                                              for (const key8 of Object.keys(data16)) {
                                                if (!(
                                                  key8 === 'value' ||
                                                  key8 === 'scriptPubKey' ||
                                                  key8 === 'path' ||
                                                  key8 === 'height' ||
                                                  key8 === 'spentBy' ||
                                                  key8 === 'frozen' ||
                                                  key8 === 'label' ||
                                                  key8 === 'locktime'
                                                )) {
                                                  validate20.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/coins/' +
                                                        key7.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/additionalProperties',
                                                      keyword: 'additionalProperties',
                                                      params: { additionalProperty: key8 },
                                                      message: 'must NOT have additional properties',
                                                    },
                                                  ];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs37 === errors) {
                                                if (data16.value !== void 0 && func0.call(data16, 'value')) {
                                                  let data17 = data16.value;
                                                  const _errs38 = errors;
                                                  if (errors === _errs38) {
                                                    if (typeof data17 === 'string') {
                                                      if (!pattern11.test(data17)) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/coins/' +
                                                              key7.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/value',
                                                            schemaPath:
                                                              '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/value/pattern',
                                                            keyword: 'pattern',
                                                            params: { pattern: '^[0-9]{1,16}$' },
                                                            message: 'must match pattern "^[0-9]{1,16}$"',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate20.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/coins/' +
                                                            key7.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                            '/value',
                                                          schemaPath:
                                                            '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/value/type',
                                                          keyword: 'type',
                                                          params: { type: 'string' },
                                                          message: 'must be string',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                  }
                                                  var valid5 = _errs38 === errors;
                                                } else {
                                                  var valid5 = true;
                                                }
                                                if (valid5) {
                                                  if (
                                                    data16.scriptPubKey !== void 0 &&
                                                    func0.call(data16, 'scriptPubKey')
                                                  ) {
                                                    let data18 = data16.scriptPubKey;
                                                    const _errs40 = errors;
                                                    if (errors === _errs40) {
                                                      if (typeof data18 === 'string') {
                                                        if (!pattern12.test(data18)) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/scriptPubKey',
                                                              schemaPath:
                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/scriptPubKey/pattern',
                                                              keyword: 'pattern',
                                                              params: { pattern: '^([0-9a-f]{2})*$' },
                                                              message:
                                                                'must match pattern "^([0-9a-f]{2})*$"',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      } else {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/coins/' +
                                                              key7.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/scriptPubKey',
                                                            schemaPath:
                                                              '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/scriptPubKey/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    }
                                                    var valid5 = _errs40 === errors;
                                                  } else {
                                                    var valid5 = true;
                                                  }
                                                  if (valid5) {
                                                    if (
                                                      data16.path !== void 0 &&
                                                      func0.call(data16, 'path')
                                                    ) {
                                                      let data19 = data16.path;
                                                      const _errs42 = errors;
                                                      if (errors === _errs42) {
                                                        if (typeof data19 === 'string') {
                                                          if (!pattern7.test(data19)) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/coins/' +
                                                                  key7
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
                                                                  '/path',
                                                                schemaPath:
                                                                  '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/path/pattern',
                                                                keyword: 'pattern',
                                                                params: {
                                                                  pattern: '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$',
                                                                },
                                                                message:
                                                                  'must match pattern "^[0-9]{1,2}/[0-3]/[0-9]{1,10}$"',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        } else {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/path',
                                                              schemaPath:
                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/path/type',
                                                              keyword: 'type',
                                                              params: { type: 'string' },
                                                              message: 'must be string',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                      var valid5 = _errs42 === errors;
                                                    } else {
                                                      var valid5 = true;
                                                    }
                                                    if (valid5) {
                                                      if (
                                                        data16.height !== void 0 &&
                                                        func0.call(data16, 'height')
                                                      ) {
                                                        let data20 = data16.height;
                                                        const _errs44 = errors;
                                                        if (
                                                          !(
                                                            typeof data20 == 'number' &&
                                                            !(data20 % 1) &&
                                                            !isNaN(data20) &&
                                                            isFinite(data20)
                                                          ) &&
                                                          data20 !== null
                                                        ) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/height',
                                                              schemaPath:
                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/height/type',
                                                              keyword: 'type',
                                                              params: {
                                                                type: schema31.properties.coins
                                                                  .patternProperties[
                                                                  '^[0-9a-f]{64}:[0-9]{1,10}$'
                                                                ].properties.height.type,
                                                              },
                                                              message: 'must be integer,null',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        if (errors === _errs44) {
                                                          if (typeof data20 == 'number' && isFinite(data20)) {
                                                            if (data20 < 0 || isNaN(data20)) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/coins/' +
                                                                    key7
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/height',
                                                                  schemaPath:
                                                                    '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/height/minimum',
                                                                  keyword: 'minimum',
                                                                  params: { comparison: '>=', limit: 0 },
                                                                  message: 'must be >= 0',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid5 = _errs44 === errors;
                                                      } else {
                                                        var valid5 = true;
                                                      }
                                                      if (valid5) {
                                                        if (
                                                          data16.spentBy !== void 0 &&
                                                          func0.call(data16, 'spentBy')
                                                        ) {
                                                          let data21 = data16.spentBy;
                                                          const _errs46 = errors;
                                                          const _errs47 = errors;
                                                          let valid6 = false;
                                                          const _errs48 = errors;
                                                          if (errors === _errs48) {
                                                            if (
                                                              data21 &&
                                                              typeof data21 == 'object' &&
                                                              !Array.isArray(data21)
                                                            ) {
                                                              let missing3;
                                                              if (
                                                                ((data21.txid === void 0 ||
                                                                  !func0.call(data21, 'txid')) &&
                                                                  (missing3 = 'txid')) ||
                                                                ((data21.height === void 0 ||
                                                                  !func0.call(data21, 'height')) &&
                                                                  (missing3 = 'height'))
                                                              ) {
                                                                const err0 = {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/coins/' +
                                                                    key7
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/spentBy',
                                                                  schemaPath:
                                                                    '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/required',
                                                                  keyword: 'required',
                                                                  params: { missingProperty: missing3 },
                                                                  message:
                                                                    "must have required property '" +
                                                                    missing3 +
                                                                    "'",
                                                                };
                                                                if (vErrors === null) {
                                                                  vErrors = [err0];
                                                                } else {
                                                                  vErrors.push(err0);
                                                                }
                                                                errors++;
                                                              } else {
                                                                const _errs50 = errors;
                                                                for (const key9 of Object.keys(data21)) {
                                                                  if (!(
                                                                    key9 === 'txid' || key9 === 'height'
                                                                  )) {
                                                                    const err1 = {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/coins/' +
                                                                        key7
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/spentBy',
                                                                      schemaPath:
                                                                        '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/additionalProperties',
                                                                      keyword: 'additionalProperties',
                                                                      params: { additionalProperty: key9 },
                                                                      message:
                                                                        'must NOT have additional properties',
                                                                    };
                                                                    if (vErrors === null) {
                                                                      vErrors = [err1];
                                                                    } else {
                                                                      vErrors.push(err1);
                                                                    }
                                                                    errors++;
                                                                    break;
                                                                  }
                                                                }
                                                                if (_errs50 === errors) {
                                                                  if (
                                                                    data21.txid !== void 0 &&
                                                                    func0.call(data21, 'txid')
                                                                  ) {
                                                                    let data22 = data21.txid;
                                                                    const _errs51 = errors;
                                                                    if (errors === _errs51) {
                                                                      if (typeof data22 === 'string') {
                                                                        if (!pattern14.test(data22)) {
                                                                          const err2 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/coins/' +
                                                                              key7
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/spentBy/txid',
                                                                            schemaPath:
                                                                              '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/properties/txid/pattern',
                                                                            keyword: 'pattern',
                                                                            params: {
                                                                              pattern: '^[0-9a-f]{64}$',
                                                                            },
                                                                            message:
                                                                              'must match pattern "^[0-9a-f]{64}$"',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err2];
                                                                          } else {
                                                                            vErrors.push(err2);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                      } else {
                                                                        const err3 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/coins/' +
                                                                            key7
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/spentBy/txid',
                                                                          schemaPath:
                                                                            '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/properties/txid/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'string' },
                                                                          message: 'must be string',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err3];
                                                                        } else {
                                                                          vErrors.push(err3);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                    }
                                                                    var valid7 = _errs51 === errors;
                                                                  } else {
                                                                    var valid7 = true;
                                                                  }
                                                                  if (valid7) {
                                                                    if (
                                                                      data21.height !== void 0 &&
                                                                      func0.call(data21, 'height')
                                                                    ) {
                                                                      let data23 = data21.height;
                                                                      const _errs53 = errors;
                                                                      if (
                                                                        !(
                                                                          typeof data23 == 'number' &&
                                                                          !(data23 % 1) &&
                                                                          !isNaN(data23) &&
                                                                          isFinite(data23)
                                                                        ) &&
                                                                        data23 !== null
                                                                      ) {
                                                                        const err4 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/coins/' +
                                                                            key7
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/spentBy/height',
                                                                          schemaPath:
                                                                            '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/properties/height/type',
                                                                          keyword: 'type',
                                                                          params: {
                                                                            type: schema31.properties.coins
                                                                              .patternProperties[
                                                                              '^[0-9a-f]{64}:[0-9]{1,10}$'
                                                                            ].properties.spentBy.anyOf[0]
                                                                              .properties.height.type,
                                                                          },
                                                                          message: 'must be integer,null',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err4];
                                                                        } else {
                                                                          vErrors.push(err4);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                      if (errors === _errs53) {
                                                                        if (
                                                                          typeof data23 == 'number' &&
                                                                          isFinite(data23)
                                                                        ) {
                                                                          if (data23 < 0 || isNaN(data23)) {
                                                                            const err5 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/coins/' +
                                                                                key7
                                                                                  .replace(/~/g, '~0')
                                                                                  .replace(/\//g, '~1') +
                                                                                '/spentBy/height',
                                                                              schemaPath:
                                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/properties/height/minimum',
                                                                              keyword: 'minimum',
                                                                              params: {
                                                                                comparison: '>=',
                                                                                limit: 0,
                                                                              },
                                                                              message: 'must be >= 0',
                                                                            };
                                                                            if (vErrors === null) {
                                                                              vErrors = [err5];
                                                                            } else {
                                                                              vErrors.push(err5);
                                                                            }
                                                                            errors++;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid7 = _errs53 === errors;
                                                                    } else {
                                                                      var valid7 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            } else {
                                                              const err6 = {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/coins/' +
                                                                  key7
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
                                                                  '/spentBy',
                                                                schemaPath:
                                                                  '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/0/type',
                                                                keyword: 'type',
                                                                params: { type: 'object' },
                                                                message: 'must be object',
                                                              };
                                                              if (vErrors === null) {
                                                                vErrors = [err6];
                                                              } else {
                                                                vErrors.push(err6);
                                                              }
                                                              errors++;
                                                            }
                                                          }
                                                          var _valid0 = _errs48 === errors;
                                                          valid6 = valid6 || _valid0;
                                                          const _errs55 = errors;
                                                          if (data21 !== null) {
                                                            const err7 = {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/spentBy',
                                                              schemaPath:
                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf/1/type',
                                                              keyword: 'type',
                                                              params: { type: 'null' },
                                                              message: 'must be null',
                                                            };
                                                            if (vErrors === null) {
                                                              vErrors = [err7];
                                                            } else {
                                                              vErrors.push(err7);
                                                            }
                                                            errors++;
                                                          }
                                                          var _valid0 = _errs55 === errors;
                                                          valid6 = valid6 || _valid0;
                                                          if (!valid6) {
                                                            const err8 = {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/spentBy',
                                                              schemaPath:
                                                                '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/spentBy/anyOf',
                                                              keyword: 'anyOf',
                                                              params: {},
                                                              message: 'must match a schema in anyOf',
                                                            };
                                                            if (vErrors === null) {
                                                              vErrors = [err8];
                                                            } else {
                                                              vErrors.push(err8);
                                                            }
                                                            errors++;
                                                            validate20.errors = vErrors;
                                                            return false;
                                                          } else {
                                                            errors = _errs47;
                                                            if (vErrors !== null) {
                                                              if (_errs47) {
                                                                vErrors.length = _errs47;
                                                              } else {
                                                                vErrors = null;
                                                              }
                                                            }
                                                          }
                                                          var valid5 = _errs46 === errors;
                                                        } else {
                                                          var valid5 = true;
                                                        }
                                                        if (valid5) {
                                                          if (
                                                            data16.frozen !== void 0 &&
                                                            func0.call(data16, 'frozen')
                                                          ) {
                                                            const _errs57 = errors;
                                                            if (typeof data16.frozen !== 'boolean') {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/coins/' +
                                                                    key7
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/frozen',
                                                                  schemaPath:
                                                                    '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/frozen/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'boolean' },
                                                                  message: 'must be boolean',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid5 = _errs57 === errors;
                                                          } else {
                                                            var valid5 = true;
                                                          }
                                                          if (valid5) {
                                                            if (
                                                              data16.label !== void 0 &&
                                                              func0.call(data16, 'label')
                                                            ) {
                                                              const _errs59 = errors;
                                                              if (typeof data16.label !== 'string') {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/coins/' +
                                                                      key7
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1') +
                                                                      '/label',
                                                                    schemaPath:
                                                                      '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/label/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                    message: 'must be string',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid5 = _errs59 === errors;
                                                            } else {
                                                              var valid5 = true;
                                                            }
                                                            if (valid5) {
                                                              if (
                                                                data16.locktime !== void 0 &&
                                                                func0.call(data16, 'locktime')
                                                              ) {
                                                                let data26 = data16.locktime;
                                                                const _errs61 = errors;
                                                                if (
                                                                  !(
                                                                    typeof data26 == 'number' &&
                                                                    !(data26 % 1) &&
                                                                    !isNaN(data26) &&
                                                                    isFinite(data26)
                                                                  ) &&
                                                                  data26 !== null
                                                                ) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/coins/' +
                                                                        key7
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/locktime',
                                                                      schemaPath:
                                                                        '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/locktime/type',
                                                                      keyword: 'type',
                                                                      params: {
                                                                        type: schema31.properties.coins
                                                                          .patternProperties[
                                                                          '^[0-9a-f]{64}:[0-9]{1,10}$'
                                                                        ].properties.locktime.type,
                                                                      },
                                                                      message: 'must be integer,null',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                                if (errors === _errs61) {
                                                                  if (
                                                                    typeof data26 == 'number' &&
                                                                    isFinite(data26)
                                                                  ) {
                                                                    if (data26 < 0 || isNaN(data26)) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/coins/' +
                                                                            key7
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/locktime',
                                                                          schemaPath:
                                                                            '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/locktime/minimum',
                                                                          keyword: 'minimum',
                                                                          params: {
                                                                            comparison: '>=',
                                                                            limit: 0,
                                                                          },
                                                                          message: 'must be >= 0',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid5 = _errs61 === errors;
                                                              } else {
                                                                var valid5 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate20.errors = [
                                              {
                                                instancePath:
                                                  instancePath +
                                                  '/coins/' +
                                                  key7.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                schemaPath:
                                                  '#/properties/coins/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/type',
                                                keyword: 'type',
                                                params: { type: 'object' },
                                                message: 'must be object',
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                        var valid4 = _errs35 === errors;
                                        if (!valid4) {
                                          break;
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/coins',
                                      schemaPath: '#/properties/coins/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                      message: 'must be object',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid0 = _errs32 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.scanned !== void 0 && func0.call(data, 'scanned')) {
                                let data27 = data.scanned;
                                const _errs63 = errors;
                                const _errs64 = errors;
                                let valid8 = false;
                                const _errs65 = errors;
                                if (errors === _errs65) {
                                  if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
                                    let missing4;
                                    if (
                                      ((data27.height === void 0 || !func0.call(data27, 'height')) &&
                                        (missing4 = 'height')) ||
                                      ((data27.block === void 0 || !func0.call(data27, 'block')) &&
                                        (missing4 = 'block'))
                                    ) {
                                      const err9 = {
                                        instancePath: instancePath + '/scanned',
                                        schemaPath: '#/properties/scanned/anyOf/0/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing4 },
                                        message: "must have required property '" + missing4 + "'",
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err9];
                                      } else {
                                        vErrors.push(err9);
                                      }
                                      errors++;
                                    } else {
                                      const _errs67 = errors;
                                      for (const key10 of Object.keys(data27)) {
                                        if (!(key10 === 'height' || key10 === 'block')) {
                                          const err10 = {
                                            instancePath: instancePath + '/scanned',
                                            schemaPath: '#/properties/scanned/anyOf/0/additionalProperties',
                                            keyword: 'additionalProperties',
                                            params: { additionalProperty: key10 },
                                            message: 'must NOT have additional properties',
                                          };
                                          if (vErrors === null) {
                                            vErrors = [err10];
                                          } else {
                                            vErrors.push(err10);
                                          }
                                          errors++;
                                          break;
                                        }
                                      }
                                      if (_errs67 === errors) {
                                        if (data27.height !== void 0 && func0.call(data27, 'height')) {
                                          let data28 = data27.height;
                                          const _errs68 = errors;
                                          if (!(
                                            typeof data28 == 'number' &&
                                            !(data28 % 1) &&
                                            !isNaN(data28) &&
                                            isFinite(data28)
                                          )) {
                                            const err11 = {
                                              instancePath: instancePath + '/scanned/height',
                                              schemaPath:
                                                '#/properties/scanned/anyOf/0/properties/height/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                              message: 'must be integer',
                                            };
                                            if (vErrors === null) {
                                              vErrors = [err11];
                                            } else {
                                              vErrors.push(err11);
                                            }
                                            errors++;
                                          }
                                          if (errors === _errs68) {
                                            if (typeof data28 == 'number' && isFinite(data28)) {
                                              if (data28 < 0 || isNaN(data28)) {
                                                const err12 = {
                                                  instancePath: instancePath + '/scanned/height',
                                                  schemaPath:
                                                    '#/properties/scanned/anyOf/0/properties/height/minimum',
                                                  keyword: 'minimum',
                                                  params: { comparison: '>=', limit: 0 },
                                                  message: 'must be >= 0',
                                                };
                                                if (vErrors === null) {
                                                  vErrors = [err12];
                                                } else {
                                                  vErrors.push(err12);
                                                }
                                                errors++;
                                              }
                                            }
                                          }
                                          var valid9 = _errs68 === errors;
                                        } else {
                                          var valid9 = true;
                                        }
                                        if (valid9) {
                                          if (data27.block !== void 0 && func0.call(data27, 'block')) {
                                            let data29 = data27.block;
                                            const _errs70 = errors;
                                            if (errors === _errs70) {
                                              if (typeof data29 === 'string') {
                                                if (!pattern14.test(data29)) {
                                                  const err13 = {
                                                    instancePath: instancePath + '/scanned/block',
                                                    schemaPath:
                                                      '#/properties/scanned/anyOf/0/properties/block/pattern',
                                                    keyword: 'pattern',
                                                    params: { pattern: '^[0-9a-f]{64}$' },
                                                    message: 'must match pattern "^[0-9a-f]{64}$"',
                                                  };
                                                  if (vErrors === null) {
                                                    vErrors = [err13];
                                                  } else {
                                                    vErrors.push(err13);
                                                  }
                                                  errors++;
                                                }
                                              } else {
                                                const err14 = {
                                                  instancePath: instancePath + '/scanned/block',
                                                  schemaPath:
                                                    '#/properties/scanned/anyOf/0/properties/block/type',
                                                  keyword: 'type',
                                                  params: { type: 'string' },
                                                  message: 'must be string',
                                                };
                                                if (vErrors === null) {
                                                  vErrors = [err14];
                                                } else {
                                                  vErrors.push(err14);
                                                }
                                                errors++;
                                              }
                                            }
                                            var valid9 = _errs70 === errors;
                                          } else {
                                            var valid9 = true;
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    const err15 = {
                                      instancePath: instancePath + '/scanned',
                                      schemaPath: '#/properties/scanned/anyOf/0/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                      message: 'must be object',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err15];
                                    } else {
                                      vErrors.push(err15);
                                    }
                                    errors++;
                                  }
                                }
                                var _valid1 = _errs65 === errors;
                                valid8 = valid8 || _valid1;
                                const _errs72 = errors;
                                if (data27 !== null) {
                                  const err16 = {
                                    instancePath: instancePath + '/scanned',
                                    schemaPath: '#/properties/scanned/anyOf/1/type',
                                    keyword: 'type',
                                    params: { type: 'null' },
                                    message: 'must be null',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err16];
                                  } else {
                                    vErrors.push(err16);
                                  }
                                  errors++;
                                }
                                var _valid1 = _errs72 === errors;
                                valid8 = valid8 || _valid1;
                                if (!valid8) {
                                  const err17 = {
                                    instancePath: instancePath + '/scanned',
                                    schemaPath: '#/properties/scanned/anyOf',
                                    keyword: 'anyOf',
                                    params: {},
                                    message: 'must match a schema in anyOf',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err17];
                                  } else {
                                    vErrors.push(err17);
                                  }
                                  errors++;
                                  validate20.errors = vErrors;
                                  return false;
                                } else {
                                  errors = _errs64;
                                  if (vErrors !== null) {
                                    if (_errs64) {
                                      vErrors.length = _errs64;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                }
                                var valid0 = _errs63 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.leases !== void 0 && func0.call(data, 'leases')) {
                                  let data30 = data.leases;
                                  const _errs74 = errors;
                                  if (errors === _errs74) {
                                    if (data30 && typeof data30 == 'object' && !Array.isArray(data30)) {
                                      const _errs76 = errors;
                                      for (const key11 of Object.keys(data30)) {
                                        if (!pattern9.test(key11)) {
                                          validate20.errors = [
                                            {
                                              instancePath: instancePath + '/leases',
                                              schemaPath: '#/properties/leases/additionalProperties',
                                              keyword: 'additionalProperties',
                                              params: { additionalProperty: key11 },
                                              message: 'must NOT have additional properties',
                                            },
                                          ];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs76 === errors) {
                                        var valid10 = true;
                                        for (const key12 of Object.keys(data30)) {
                                          if (pattern9.test(key12)) {
                                            let data31 = data30[key12];
                                            const _errs77 = errors;
                                            if (errors === _errs77) {
                                              if (
                                                data31 &&
                                                typeof data31 == 'object' &&
                                                !Array.isArray(data31)
                                              ) {
                                                let missing5;
                                                if (
                                                  ((data31.round === void 0 ||
                                                    !func0.call(data31, 'round')) &&
                                                    (missing5 = 'round')) ||
                                                  ((data31.until === void 0 ||
                                                    !func0.call(data31, 'until')) &&
                                                    (missing5 = 'until'))
                                                ) {
                                                  validate20.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/leases/' +
                                                        key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/required',
                                                      keyword: 'required',
                                                      params: { missingProperty: missing5 },
                                                      message:
                                                        "must have required property '" + missing5 + "'",
                                                    },
                                                  ];
                                                  return false;
                                                } else {
                                                  const _errs79 = errors;
                                                  for (const key13 of Object.keys(data31)) {
                                                    if (!(key13 === 'round' || key13 === 'until')) {
                                                      validate20.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/leases/' +
                                                            key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                          schemaPath:
                                                            '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/additionalProperties',
                                                          keyword: 'additionalProperties',
                                                          params: { additionalProperty: key13 },
                                                          message: 'must NOT have additional properties',
                                                        },
                                                      ];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs79 === errors) {
                                                    if (
                                                      data31.round !== void 0 &&
                                                      func0.call(data31, 'round')
                                                    ) {
                                                      const _errs80 = errors;
                                                      if (typeof data31.round !== 'string') {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/leases/' +
                                                              key12.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/round',
                                                            schemaPath:
                                                              '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/round/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid11 = _errs80 === errors;
                                                    } else {
                                                      var valid11 = true;
                                                    }
                                                    if (valid11) {
                                                      if (
                                                        data31.until !== void 0 &&
                                                        func0.call(data31, 'until')
                                                      ) {
                                                        let data33 = data31.until;
                                                        const _errs82 = errors;
                                                        if (!(
                                                          typeof data33 == 'number' &&
                                                          !(data33 % 1) &&
                                                          !isNaN(data33) &&
                                                          isFinite(data33)
                                                        )) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/leases/' +
                                                                key12
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/until',
                                                              schemaPath:
                                                                '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/until/type',
                                                              keyword: 'type',
                                                              params: { type: 'integer' },
                                                              message: 'must be integer',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        if (errors === _errs82) {
                                                          if (typeof data33 == 'number' && isFinite(data33)) {
                                                            if (data33 < 0 || isNaN(data33)) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/leases/' +
                                                                    key12
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/until',
                                                                  schemaPath:
                                                                    '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/until/minimum',
                                                                  keyword: 'minimum',
                                                                  params: { comparison: '>=', limit: 0 },
                                                                  message: 'must be >= 0',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid11 = _errs82 === errors;
                                                      } else {
                                                        var valid11 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate20.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/leases/' +
                                                      key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    schemaPath:
                                                      '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                    message: 'must be object',
                                                  },
                                                ];
                                                return false;
                                              }
                                            }
                                            var valid10 = _errs77 === errors;
                                            if (!valid10) {
                                              break;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/leases',
                                          schemaPath: '#/properties/leases/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                          message: 'must be object',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs74 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.commitments !== void 0 && func0.call(data, 'commitments')) {
                                    let data34 = data.commitments;
                                    const _errs84 = errors;
                                    if (errors === _errs84) {
                                      if (data34 && typeof data34 == 'object' && !Array.isArray(data34)) {
                                        const _errs86 = errors;
                                        for (const key14 of Object.keys(data34)) {
                                          if (!pattern14.test(key14)) {
                                            validate20.errors = [
                                              {
                                                instancePath: instancePath + '/commitments',
                                                schemaPath: '#/properties/commitments/additionalProperties',
                                                keyword: 'additionalProperties',
                                                params: { additionalProperty: key14 },
                                                message: 'must NOT have additional properties',
                                              },
                                            ];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (_errs86 === errors) {
                                          var valid12 = true;
                                          for (const key15 of Object.keys(data34)) {
                                            if (pattern14.test(key15)) {
                                              let data35 = data34[key15];
                                              const _errs87 = errors;
                                              if (errors === _errs87) {
                                                if (
                                                  data35 &&
                                                  typeof data35 == 'object' &&
                                                  !Array.isArray(data35)
                                                ) {
                                                  let missing6;
                                                  if (
                                                    ((data35.outpoint === void 0 ||
                                                      !func0.call(data35, 'outpoint')) &&
                                                      (missing6 = 'outpoint')) ||
                                                    ((data35.index === void 0 ||
                                                      !func0.call(data35, 'index')) &&
                                                      (missing6 = 'index')) ||
                                                    ((data35.at === void 0 || !func0.call(data35, 'at')) &&
                                                      (missing6 = 'at'))
                                                  ) {
                                                    validate20.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/commitments/' +
                                                          key15.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                        schemaPath:
                                                          '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
                                                        keyword: 'required',
                                                        params: { missingProperty: missing6 },
                                                        message:
                                                          "must have required property '" + missing6 + "'",
                                                      },
                                                    ];
                                                    return false;
                                                  } else {
                                                    const _errs89 = errors;
                                                    for (const key16 of Object.keys(data35)) {
                                                      if (!(
                                                        key16 === 'outpoint' ||
                                                        key16 === 'index' ||
                                                        key16 === 'at'
                                                      )) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/commitments/' +
                                                              key15.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                            schemaPath:
                                                              '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key16 },
                                                            message: 'must NOT have additional properties',
                                                          },
                                                        ];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs89 === errors) {
                                                      if (
                                                        data35.outpoint !== void 0 &&
                                                        func0.call(data35, 'outpoint')
                                                      ) {
                                                        let data36 = data35.outpoint;
                                                        const _errs90 = errors;
                                                        if (errors === _errs90) {
                                                          if (typeof data36 === 'string') {
                                                            if (!pattern9.test(data36)) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/commitments/' +
                                                                    key15
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/outpoint',
                                                                  schemaPath:
                                                                    '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/outpoint/pattern',
                                                                  keyword: 'pattern',
                                                                  params: {
                                                                    pattern: '^[0-9a-f]{64}:[0-9]{1,10}$',
                                                                  },
                                                                  message:
                                                                    'must match pattern "^[0-9a-f]{64}:[0-9]{1,10}$"',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          } else {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/commitments/' +
                                                                  key15
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
                                                                  '/outpoint',
                                                                schemaPath:
                                                                  '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/outpoint/type',
                                                                keyword: 'type',
                                                                params: { type: 'string' },
                                                                message: 'must be string',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        }
                                                        var valid13 = _errs90 === errors;
                                                      } else {
                                                        var valid13 = true;
                                                      }
                                                      if (valid13) {
                                                        if (
                                                          data35.index !== void 0 &&
                                                          func0.call(data35, 'index')
                                                        ) {
                                                          let data37 = data35.index;
                                                          const _errs92 = errors;
                                                          if (!(
                                                            typeof data37 == 'number' &&
                                                            !(data37 % 1) &&
                                                            !isNaN(data37) &&
                                                            isFinite(data37)
                                                          )) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/commitments/' +
                                                                  key15
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
                                                                  '/index',
                                                                schemaPath:
                                                                  '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/index/type',
                                                                keyword: 'type',
                                                                params: { type: 'integer' },
                                                                message: 'must be integer',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                          if (errors === _errs92) {
                                                            if (
                                                              typeof data37 == 'number' &&
                                                              isFinite(data37)
                                                            ) {
                                                              if (data37 < 0 || isNaN(data37)) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/commitments/' +
                                                                      key15
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1') +
                                                                      '/index',
                                                                    schemaPath:
                                                                      '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/index/minimum',
                                                                    keyword: 'minimum',
                                                                    params: { comparison: '>=', limit: 0 },
                                                                    message: 'must be >= 0',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid13 = _errs92 === errors;
                                                        } else {
                                                          var valid13 = true;
                                                        }
                                                        if (valid13) {
                                                          if (
                                                            data35.at !== void 0 &&
                                                            func0.call(data35, 'at')
                                                          ) {
                                                            let data38 = data35.at;
                                                            const _errs94 = errors;
                                                            if (!(
                                                              typeof data38 == 'number' &&
                                                              !(data38 % 1) &&
                                                              !isNaN(data38) &&
                                                              isFinite(data38)
                                                            )) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/commitments/' +
                                                                    key15
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/at',
                                                                  schemaPath:
                                                                    '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'integer' },
                                                                  message: 'must be integer',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            if (errors === _errs94) {
                                                              if (
                                                                typeof data38 == 'number' &&
                                                                isFinite(data38)
                                                              ) {
                                                                if (data38 < 0 || isNaN(data38)) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/commitments/' +
                                                                        key15
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/at',
                                                                      schemaPath:
                                                                        '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/minimum',
                                                                      keyword: 'minimum',
                                                                      params: { comparison: '>=', limit: 0 },
                                                                      message: 'must be >= 0',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid13 = _errs94 === errors;
                                                          } else {
                                                            var valid13 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate20.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/commitments/' +
                                                        key15.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/type',
                                                      keyword: 'type',
                                                      params: { type: 'object' },
                                                      message: 'must be object',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                              }
                                              var valid12 = _errs87 === errors;
                                              if (!valid12) {
                                                break;
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate20.errors = [
                                          {
                                            instancePath: instancePath + '/commitments',
                                            schemaPath: '#/properties/commitments/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                            message: 'must be object',
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs84 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.rounds !== void 0 && func0.call(data, 'rounds')) {
                                      let data39 = data.rounds;
                                      const _errs96 = errors;
                                      if (errors === _errs96) {
                                        if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
                                          for (const key17 of Object.keys(data39)) {
                                            let data40 = data39[key17];
                                            const _errs99 = errors;
                                            if (errors === _errs99) {
                                              if (
                                                data40 &&
                                                typeof data40 == 'object' &&
                                                !Array.isArray(data40)
                                              ) {
                                                let missing7;
                                                if (
                                                  ((data40.id === void 0 || !func0.call(data40, 'id')) &&
                                                    (missing7 = 'id')) ||
                                                  ((data40.role === void 0 || !func0.call(data40, 'role')) &&
                                                    (missing7 = 'role')) ||
                                                  ((data40.startedAt === void 0 ||
                                                    !func0.call(data40, 'startedAt')) &&
                                                    (missing7 = 'startedAt')) ||
                                                  ((data40.stage === void 0 ||
                                                    !func0.call(data40, 'stage')) &&
                                                    (missing7 = 'stage')) ||
                                                  ((data40.amount === void 0 ||
                                                    !func0.call(data40, 'amount')) &&
                                                    (missing7 = 'amount')) ||
                                                  ((data40.peers === void 0 ||
                                                    !func0.call(data40, 'peers')) &&
                                                    (missing7 = 'peers')) ||
                                                  ((data40.addresses === void 0 ||
                                                    !func0.call(data40, 'addresses')) &&
                                                    (missing7 = 'addresses')) ||
                                                  ((data40.coins === void 0 ||
                                                    !func0.call(data40, 'coins')) &&
                                                    (missing7 = 'coins')) ||
                                                  ((data40.earning === void 0 ||
                                                    !func0.call(data40, 'earning')) &&
                                                    (missing7 = 'earning')) ||
                                                  ((data40.txid === void 0 || !func0.call(data40, 'txid')) &&
                                                    (missing7 = 'txid')) ||
                                                  ((data40.outcome === void 0 ||
                                                    !func0.call(data40, 'outcome')) &&
                                                    (missing7 = 'outcome')) ||
                                                  ((data40.reason === void 0 ||
                                                    !func0.call(data40, 'reason')) &&
                                                    (missing7 = 'reason'))
                                                ) {
                                                  validate20.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/rounds/' +
                                                        key17.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/rounds/additionalProperties/required',
                                                      keyword: 'required',
                                                      params: { missingProperty: missing7 },
                                                      message:
                                                        "must have required property '" + missing7 + "'",
                                                    },
                                                  ];
                                                  return false;
                                                } else {
                                                  const _errs101 = errors;
                                                  for (const key18 of Object.keys(data40)) {
                                                    if (
                                                      !func0.call(
                                                        schema31.properties.rounds.additionalProperties
                                                          .properties,
                                                        key18,
                                                      )
                                                    ) {
                                                      validate20.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/rounds/' +
                                                            key17.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                          schemaPath:
                                                            '#/properties/rounds/additionalProperties/additionalProperties',
                                                          keyword: 'additionalProperties',
                                                          params: { additionalProperty: key18 },
                                                          message: 'must NOT have additional properties',
                                                        },
                                                      ];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs101 === errors) {
                                                    if (data40.id !== void 0 && func0.call(data40, 'id')) {
                                                      const _errs102 = errors;
                                                      if (typeof data40.id !== 'string') {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/rounds/' +
                                                              key17.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/id',
                                                            schemaPath:
                                                              '#/properties/rounds/additionalProperties/properties/id/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid15 = _errs102 === errors;
                                                    } else {
                                                      var valid15 = true;
                                                    }
                                                    if (valid15) {
                                                      if (
                                                        data40.role !== void 0 &&
                                                        func0.call(data40, 'role')
                                                      ) {
                                                        let data42 = data40.role;
                                                        const _errs104 = errors;
                                                        if (!(data42 === 'taker' || data42 === 'maker')) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/rounds/' +
                                                                key17
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
                                                                '/role',
                                                              schemaPath:
                                                                '#/properties/rounds/additionalProperties/properties/role/enum',
                                                              keyword: 'enum',
                                                              params: {
                                                                allowedValues:
                                                                  schema31.properties.rounds
                                                                    .additionalProperties.properties.role
                                                                    .enum,
                                                              },
                                                              message:
                                                                'must be equal to one of the allowed values',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid15 = _errs104 === errors;
                                                      } else {
                                                        var valid15 = true;
                                                      }
                                                      if (valid15) {
                                                        if (
                                                          data40.startedAt !== void 0 &&
                                                          func0.call(data40, 'startedAt')
                                                        ) {
                                                          let data43 = data40.startedAt;
                                                          const _errs105 = errors;
                                                          if (!(
                                                            typeof data43 == 'number' &&
                                                            !(data43 % 1) &&
                                                            !isNaN(data43) &&
                                                            isFinite(data43)
                                                          )) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/rounds/' +
                                                                  key17
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
                                                                  '/startedAt',
                                                                schemaPath:
                                                                  '#/properties/rounds/additionalProperties/properties/startedAt/type',
                                                                keyword: 'type',
                                                                params: { type: 'integer' },
                                                                message: 'must be integer',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                          if (errors === _errs105) {
                                                            if (
                                                              typeof data43 == 'number' &&
                                                              isFinite(data43)
                                                            ) {
                                                              if (data43 < 0 || isNaN(data43)) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/rounds/' +
                                                                      key17
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1') +
                                                                      '/startedAt',
                                                                    schemaPath:
                                                                      '#/properties/rounds/additionalProperties/properties/startedAt/minimum',
                                                                    keyword: 'minimum',
                                                                    params: { comparison: '>=', limit: 0 },
                                                                    message: 'must be >= 0',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid15 = _errs105 === errors;
                                                        } else {
                                                          var valid15 = true;
                                                        }
                                                        if (valid15) {
                                                          if (
                                                            data40.stage !== void 0 &&
                                                            func0.call(data40, 'stage')
                                                          ) {
                                                            const _errs107 = errors;
                                                            if (typeof data40.stage !== 'string') {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/rounds/' +
                                                                    key17
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1') +
                                                                    '/stage',
                                                                  schemaPath:
                                                                    '#/properties/rounds/additionalProperties/properties/stage/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'string' },
                                                                  message: 'must be string',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid15 = _errs107 === errors;
                                                          } else {
                                                            var valid15 = true;
                                                          }
                                                          if (valid15) {
                                                            if (
                                                              data40.amount !== void 0 &&
                                                              func0.call(data40, 'amount')
                                                            ) {
                                                              let data45 = data40.amount;
                                                              const _errs109 = errors;
                                                              if (errors === _errs109) {
                                                                if (typeof data45 === 'string') {
                                                                  if (!pattern11.test(data45)) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/rounds/' +
                                                                          key17
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/amount',
                                                                        schemaPath:
                                                                          '#/properties/rounds/additionalProperties/properties/amount/pattern',
                                                                        keyword: 'pattern',
                                                                        params: { pattern: '^[0-9]{1,16}$' },
                                                                        message:
                                                                          'must match pattern "^[0-9]{1,16}$"',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                } else {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/rounds/' +
                                                                        key17
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/amount',
                                                                      schemaPath:
                                                                        '#/properties/rounds/additionalProperties/properties/amount/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'string' },
                                                                      message: 'must be string',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid15 = _errs109 === errors;
                                                            } else {
                                                              var valid15 = true;
                                                            }
                                                            if (valid15) {
                                                              if (
                                                                data40.peers !== void 0 &&
                                                                func0.call(data40, 'peers')
                                                              ) {
                                                                let data46 = data40.peers;
                                                                const _errs111 = errors;
                                                                if (errors === _errs111) {
                                                                  if (Array.isArray(data46)) {
                                                                    var valid16 = true;
                                                                    const len0 = data46.length;
                                                                    for (let i0 = 0; i0 < len0; i0++) {
                                                                      const _errs113 = errors;
                                                                      if (typeof data46[i0] !== 'string') {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/rounds/' +
                                                                              key17
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/peers/' +
                                                                              i0,
                                                                            schemaPath:
                                                                              '#/properties/rounds/additionalProperties/properties/peers/items/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                            message: 'must be string',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                      var valid16 = _errs113 === errors;
                                                                      if (!valid16) {
                                                                        break;
                                                                      }
                                                                    }
                                                                  } else {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/rounds/' +
                                                                          key17
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/peers',
                                                                        schemaPath:
                                                                          '#/properties/rounds/additionalProperties/properties/peers/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'array' },
                                                                        message: 'must be array',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid15 = _errs111 === errors;
                                                              } else {
                                                                var valid15 = true;
                                                              }
                                                              if (valid15) {
                                                                if (
                                                                  data40.addresses !== void 0 &&
                                                                  func0.call(data40, 'addresses')
                                                                ) {
                                                                  let data48 = data40.addresses;
                                                                  const _errs115 = errors;
                                                                  if (errors === _errs115) {
                                                                    if (Array.isArray(data48)) {
                                                                      var valid17 = true;
                                                                      const len1 = data48.length;
                                                                      for (let i1 = 0; i1 < len1; i1++) {
                                                                        let data49 = data48[i1];
                                                                        const _errs117 = errors;
                                                                        if (errors === _errs117) {
                                                                          if (typeof data49 === 'string') {
                                                                            if (!pattern7.test(data49)) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key17
                                                                                      .replace(/~/g, '~0')
                                                                                      .replace(/\//g, '~1') +
                                                                                    '/addresses/' +
                                                                                    i1,
                                                                                  schemaPath:
                                                                                    '#/properties/rounds/additionalProperties/properties/addresses/items/pattern',
                                                                                  keyword: 'pattern',
                                                                                  params: {
                                                                                    pattern:
                                                                                      '^[0-9]{1,2}/[0-3]/[0-9]{1,10}$',
                                                                                  },
                                                                                  message:
                                                                                    'must match pattern "^[0-9]{1,2}/[0-3]/[0-9]{1,10}$"',
                                                                                },
                                                                              ];
                                                                              return false;
                                                                            }
                                                                          } else {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/addresses/' +
                                                                                  i1,
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/addresses/items/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'string' },
                                                                                message: 'must be string',
                                                                              },
                                                                            ];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid17 = _errs117 === errors;
                                                                        if (!valid17) {
                                                                          break;
                                                                        }
                                                                      }
                                                                    } else {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/rounds/' +
                                                                            key17
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/addresses',
                                                                          schemaPath:
                                                                            '#/properties/rounds/additionalProperties/properties/addresses/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'array' },
                                                                          message: 'must be array',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid15 = _errs115 === errors;
                                                                } else {
                                                                  var valid15 = true;
                                                                }
                                                                if (valid15) {
                                                                  if (
                                                                    data40.coins !== void 0 &&
                                                                    func0.call(data40, 'coins')
                                                                  ) {
                                                                    let data50 = data40.coins;
                                                                    const _errs119 = errors;
                                                                    if (errors === _errs119) {
                                                                      if (Array.isArray(data50)) {
                                                                        var valid18 = true;
                                                                        const len2 = data50.length;
                                                                        for (let i2 = 0; i2 < len2; i2++) {
                                                                          let data51 = data50[i2];
                                                                          const _errs121 = errors;
                                                                          if (errors === _errs121) {
                                                                            if (typeof data51 === 'string') {
                                                                              if (!pattern9.test(data51)) {
                                                                                validate20.errors = [
                                                                                  {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key17
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/coins/' +
                                                                                      i2,
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/coins/items/pattern',
                                                                                    keyword: 'pattern',
                                                                                    params: {
                                                                                      pattern:
                                                                                        '^[0-9a-f]{64}:[0-9]{1,10}$',
                                                                                    },
                                                                                    message:
                                                                                      'must match pattern "^[0-9a-f]{64}:[0-9]{1,10}$"',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                            } else {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key17
                                                                                      .replace(/~/g, '~0')
                                                                                      .replace(/\//g, '~1') +
                                                                                    '/coins/' +
                                                                                    i2,
                                                                                  schemaPath:
                                                                                    '#/properties/rounds/additionalProperties/properties/coins/items/type',
                                                                                  keyword: 'type',
                                                                                  params: { type: 'string' },
                                                                                  message: 'must be string',
                                                                                },
                                                                              ];
                                                                              return false;
                                                                            }
                                                                          }
                                                                          var valid18 = _errs121 === errors;
                                                                          if (!valid18) {
                                                                            break;
                                                                          }
                                                                        }
                                                                      } else {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/rounds/' +
                                                                              key17
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/coins',
                                                                            schemaPath:
                                                                              '#/properties/rounds/additionalProperties/properties/coins/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'array' },
                                                                            message: 'must be array',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid15 = _errs119 === errors;
                                                                  } else {
                                                                    var valid15 = true;
                                                                  }
                                                                  if (valid15) {
                                                                    if (
                                                                      data40.earning !== void 0 &&
                                                                      func0.call(data40, 'earning')
                                                                    ) {
                                                                      let data52 = data40.earning;
                                                                      const _errs123 = errors;
                                                                      const _errs124 = errors;
                                                                      let valid19 = false;
                                                                      const _errs125 = errors;
                                                                      if (errors === _errs125) {
                                                                        if (typeof data52 === 'string') {
                                                                          if (!pattern24.test(data52)) {
                                                                            const err18 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/rounds/' +
                                                                                key17
                                                                                  .replace(/~/g, '~0')
                                                                                  .replace(/\//g, '~1') +
                                                                                '/earning',
                                                                              schemaPath:
                                                                                '#/properties/rounds/additionalProperties/properties/earning/anyOf/0/pattern',
                                                                              keyword: 'pattern',
                                                                              params: {
                                                                                pattern: '^-?[0-9]{1,16}$',
                                                                              },
                                                                              message:
                                                                                'must match pattern "^-?[0-9]{1,16}$"',
                                                                            };
                                                                            if (vErrors === null) {
                                                                              vErrors = [err18];
                                                                            } else {
                                                                              vErrors.push(err18);
                                                                            }
                                                                            errors++;
                                                                          }
                                                                        } else {
                                                                          const err19 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/rounds/' +
                                                                              key17
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/earning',
                                                                            schemaPath:
                                                                              '#/properties/rounds/additionalProperties/properties/earning/anyOf/0/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                            message: 'must be string',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err19];
                                                                          } else {
                                                                            vErrors.push(err19);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                      }
                                                                      var _valid2 = _errs125 === errors;
                                                                      valid19 = valid19 || _valid2;
                                                                      const _errs127 = errors;
                                                                      if (data52 !== null) {
                                                                        const err20 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/rounds/' +
                                                                            key17
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/earning',
                                                                          schemaPath:
                                                                            '#/properties/rounds/additionalProperties/properties/earning/anyOf/1/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'null' },
                                                                          message: 'must be null',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err20];
                                                                        } else {
                                                                          vErrors.push(err20);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                      var _valid2 = _errs127 === errors;
                                                                      valid19 = valid19 || _valid2;
                                                                      if (!valid19) {
                                                                        const err21 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/rounds/' +
                                                                            key17
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/earning',
                                                                          schemaPath:
                                                                            '#/properties/rounds/additionalProperties/properties/earning/anyOf',
                                                                          keyword: 'anyOf',
                                                                          params: {},
                                                                          message:
                                                                            'must match a schema in anyOf',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err21];
                                                                        } else {
                                                                          vErrors.push(err21);
                                                                        }
                                                                        errors++;
                                                                        validate20.errors = vErrors;
                                                                        return false;
                                                                      } else {
                                                                        errors = _errs124;
                                                                        if (vErrors !== null) {
                                                                          if (_errs124) {
                                                                            vErrors.length = _errs124;
                                                                          } else {
                                                                            vErrors = null;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid15 = _errs123 === errors;
                                                                    } else {
                                                                      var valid15 = true;
                                                                    }
                                                                    if (valid15) {
                                                                      if (
                                                                        data40.txid !== void 0 &&
                                                                        func0.call(data40, 'txid')
                                                                      ) {
                                                                        let data53 = data40.txid;
                                                                        const _errs129 = errors;
                                                                        const _errs130 = errors;
                                                                        let valid20 = false;
                                                                        const _errs131 = errors;
                                                                        if (errors === _errs131) {
                                                                          if (typeof data53 === 'string') {
                                                                            if (!pattern14.test(data53)) {
                                                                              const err22 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/txid',
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/txid/anyOf/0/pattern',
                                                                                keyword: 'pattern',
                                                                                params: {
                                                                                  pattern: '^[0-9a-f]{64}$',
                                                                                },
                                                                                message:
                                                                                  'must match pattern "^[0-9a-f]{64}$"',
                                                                              };
                                                                              if (vErrors === null) {
                                                                                vErrors = [err22];
                                                                              } else {
                                                                                vErrors.push(err22);
                                                                              }
                                                                              errors++;
                                                                            }
                                                                          } else {
                                                                            const err23 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/rounds/' +
                                                                                key17
                                                                                  .replace(/~/g, '~0')
                                                                                  .replace(/\//g, '~1') +
                                                                                '/txid',
                                                                              schemaPath:
                                                                                '#/properties/rounds/additionalProperties/properties/txid/anyOf/0/type',
                                                                              keyword: 'type',
                                                                              params: { type: 'string' },
                                                                              message: 'must be string',
                                                                            };
                                                                            if (vErrors === null) {
                                                                              vErrors = [err23];
                                                                            } else {
                                                                              vErrors.push(err23);
                                                                            }
                                                                            errors++;
                                                                          }
                                                                        }
                                                                        var _valid3 = _errs131 === errors;
                                                                        valid20 = valid20 || _valid3;
                                                                        const _errs133 = errors;
                                                                        if (data53 !== null) {
                                                                          const err24 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/rounds/' +
                                                                              key17
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/txid',
                                                                            schemaPath:
                                                                              '#/properties/rounds/additionalProperties/properties/txid/anyOf/1/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'null' },
                                                                            message: 'must be null',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err24];
                                                                          } else {
                                                                            vErrors.push(err24);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                        var _valid3 = _errs133 === errors;
                                                                        valid20 = valid20 || _valid3;
                                                                        if (!valid20) {
                                                                          const err25 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/rounds/' +
                                                                              key17
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/txid',
                                                                            schemaPath:
                                                                              '#/properties/rounds/additionalProperties/properties/txid/anyOf',
                                                                            keyword: 'anyOf',
                                                                            params: {},
                                                                            message:
                                                                              'must match a schema in anyOf',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err25];
                                                                          } else {
                                                                            vErrors.push(err25);
                                                                          }
                                                                          errors++;
                                                                          validate20.errors = vErrors;
                                                                          return false;
                                                                        } else {
                                                                          errors = _errs130;
                                                                          if (vErrors !== null) {
                                                                            if (_errs130) {
                                                                              vErrors.length = _errs130;
                                                                            } else {
                                                                              vErrors = null;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid15 = _errs129 === errors;
                                                                      } else {
                                                                        var valid15 = true;
                                                                      }
                                                                      if (valid15) {
                                                                        if (
                                                                          data40.outcome !== void 0 &&
                                                                          func0.call(data40, 'outcome')
                                                                        ) {
                                                                          let data54 = data40.outcome;
                                                                          const _errs135 = errors;
                                                                          if (!(
                                                                            data54 === 'open' ||
                                                                            data54 === 'done' ||
                                                                            data54 === 'failed' ||
                                                                            data54 === 'abandoned'
                                                                          )) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/outcome',
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/outcome/enum',
                                                                                keyword: 'enum',
                                                                                params: {
                                                                                  allowedValues:
                                                                                    schema31.properties.rounds
                                                                                      .additionalProperties
                                                                                      .properties.outcome
                                                                                      .enum,
                                                                                },
                                                                                message:
                                                                                  'must be equal to one of the allowed values',
                                                                              },
                                                                            ];
                                                                            return false;
                                                                          }
                                                                          var valid15 = _errs135 === errors;
                                                                        } else {
                                                                          var valid15 = true;
                                                                        }
                                                                        if (valid15) {
                                                                          if (
                                                                            data40.reason !== void 0 &&
                                                                            func0.call(data40, 'reason')
                                                                          ) {
                                                                            let data55 = data40.reason;
                                                                            const _errs136 = errors;
                                                                            const _errs137 = errors;
                                                                            let valid21 = false;
                                                                            const _errs138 = errors;
                                                                            if (typeof data55 !== 'string') {
                                                                              const err26 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/reason',
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/reason/anyOf/0/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'string' },
                                                                                message: 'must be string',
                                                                              };
                                                                              if (vErrors === null) {
                                                                                vErrors = [err26];
                                                                              } else {
                                                                                vErrors.push(err26);
                                                                              }
                                                                              errors++;
                                                                            }
                                                                            var _valid4 = _errs138 === errors;
                                                                            valid21 = valid21 || _valid4;
                                                                            const _errs140 = errors;
                                                                            if (data55 !== null) {
                                                                              const err27 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/reason',
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/reason/anyOf/1/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'null' },
                                                                                message: 'must be null',
                                                                              };
                                                                              if (vErrors === null) {
                                                                                vErrors = [err27];
                                                                              } else {
                                                                                vErrors.push(err27);
                                                                              }
                                                                              errors++;
                                                                            }
                                                                            var _valid4 = _errs140 === errors;
                                                                            valid21 = valid21 || _valid4;
                                                                            if (!valid21) {
                                                                              const err28 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key17
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/reason',
                                                                                schemaPath:
                                                                                  '#/properties/rounds/additionalProperties/properties/reason/anyOf',
                                                                                keyword: 'anyOf',
                                                                                params: {},
                                                                                message:
                                                                                  'must match a schema in anyOf',
                                                                              };
                                                                              if (vErrors === null) {
                                                                                vErrors = [err28];
                                                                              } else {
                                                                                vErrors.push(err28);
                                                                              }
                                                                              errors++;
                                                                              validate20.errors = vErrors;
                                                                              return false;
                                                                            } else {
                                                                              errors = _errs137;
                                                                              if (vErrors !== null) {
                                                                                if (_errs137) {
                                                                                  vErrors.length = _errs137;
                                                                                } else {
                                                                                  vErrors = null;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid15 = _errs136 === errors;
                                                                          } else {
                                                                            var valid15 = true;
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate20.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/rounds/' +
                                                      key17.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    schemaPath:
                                                      '#/properties/rounds/additionalProperties/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                    message: 'must be object',
                                                  },
                                                ];
                                                return false;
                                              }
                                            }
                                            var valid14 = _errs99 === errors;
                                            if (!valid14) {
                                              break;
                                            }
                                          }
                                        } else {
                                          validate20.errors = [
                                            {
                                              instancePath: instancePath + '/rounds',
                                              schemaPath: '#/properties/rounds/type',
                                              keyword: 'type',
                                              params: { type: 'object' },
                                              message: 'must be object',
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs96 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.history !== void 0 && func0.call(data, 'history')) {
                                        let data56 = data.history;
                                        const _errs142 = errors;
                                        if (errors === _errs142) {
                                          if (Array.isArray(data56)) {
                                            var valid22 = true;
                                            const len3 = data56.length;
                                            for (let i3 = 0; i3 < len3; i3++) {
                                              let data57 = data56[i3];
                                              const _errs144 = errors;
                                              if (errors === _errs144) {
                                                if (
                                                  data57 &&
                                                  typeof data57 == 'object' &&
                                                  !Array.isArray(data57)
                                                ) {
                                                  let missing8;
                                                  if (
                                                    ((data57.at === void 0 || !func0.call(data57, 'at')) &&
                                                      (missing8 = 'at')) ||
                                                    ((data57.kind === void 0 ||
                                                      !func0.call(data57, 'kind')) &&
                                                      (missing8 = 'kind')) ||
                                                    ((data57.txid === void 0 ||
                                                      !func0.call(data57, 'txid')) &&
                                                      (missing8 = 'txid')) ||
                                                    ((data57.height === void 0 ||
                                                      !func0.call(data57, 'height')) &&
                                                      (missing8 = 'height')) ||
                                                    ((data57.delta === void 0 ||
                                                      !func0.call(data57, 'delta')) &&
                                                      (missing8 = 'delta')) ||
                                                    ((data57.amount === void 0 ||
                                                      !func0.call(data57, 'amount')) &&
                                                      (missing8 = 'amount')) ||
                                                    ((data57.minerFee === void 0 ||
                                                      !func0.call(data57, 'minerFee')) &&
                                                      (missing8 = 'minerFee')) ||
                                                    ((data57.coinjoinFee === void 0 ||
                                                      !func0.call(data57, 'coinjoinFee')) &&
                                                      (missing8 = 'coinjoinFee')) ||
                                                    ((data57.fromMixdepth === void 0 ||
                                                      !func0.call(data57, 'fromMixdepth')) &&
                                                      (missing8 = 'fromMixdepth')) ||
                                                    ((data57.toMixdepth === void 0 ||
                                                      !func0.call(data57, 'toMixdepth')) &&
                                                      (missing8 = 'toMixdepth')) ||
                                                    ((data57.peers === void 0 ||
                                                      !func0.call(data57, 'peers')) &&
                                                      (missing8 = 'peers'))
                                                  ) {
                                                    validate20.errors = [
                                                      {
                                                        instancePath: instancePath + '/history/' + i3,
                                                        schemaPath: '#/properties/history/items/required',
                                                        keyword: 'required',
                                                        params: { missingProperty: missing8 },
                                                        message:
                                                          "must have required property '" + missing8 + "'",
                                                      },
                                                    ];
                                                    return false;
                                                  } else {
                                                    const _errs146 = errors;
                                                    for (const key19 of Object.keys(data57)) {
                                                      if (
                                                        !func0.call(
                                                          schema31.properties.history.items.properties,
                                                          key19,
                                                        )
                                                      ) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/history/' + i3,
                                                            schemaPath:
                                                              '#/properties/history/items/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key19 },
                                                            message: 'must NOT have additional properties',
                                                          },
                                                        ];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs146 === errors) {
                                                      if (data57.at !== void 0 && func0.call(data57, 'at')) {
                                                        let data58 = data57.at;
                                                        const _errs147 = errors;
                                                        if (!(
                                                          typeof data58 == 'number' &&
                                                          !(data58 % 1) &&
                                                          !isNaN(data58) &&
                                                          isFinite(data58)
                                                        )) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/history/' + i3 + '/at',
                                                              schemaPath:
                                                                '#/properties/history/items/properties/at/type',
                                                              keyword: 'type',
                                                              params: { type: 'integer' },
                                                              message: 'must be integer',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        if (errors === _errs147) {
                                                          if (typeof data58 == 'number' && isFinite(data58)) {
                                                            if (data58 < 0 || isNaN(data58)) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/history/' + i3 + '/at',
                                                                  schemaPath:
                                                                    '#/properties/history/items/properties/at/minimum',
                                                                  keyword: 'minimum',
                                                                  params: { comparison: '>=', limit: 0 },
                                                                  message: 'must be >= 0',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid23 = _errs147 === errors;
                                                      } else {
                                                        var valid23 = true;
                                                      }
                                                      if (valid23) {
                                                        if (
                                                          data57.kind !== void 0 &&
                                                          func0.call(data57, 'kind')
                                                        ) {
                                                          let data59 = data57.kind;
                                                          const _errs149 = errors;
                                                          if (!(
                                                            data59 === 'deposit' ||
                                                            data59 === 'send' ||
                                                            data59 === 'coinjoin-taker' ||
                                                            data59 === 'coinjoin-maker'
                                                          )) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/history/' + i3 + '/kind',
                                                                schemaPath:
                                                                  '#/properties/history/items/properties/kind/enum',
                                                                keyword: 'enum',
                                                                params: {
                                                                  allowedValues:
                                                                    schema31.properties.history.items
                                                                      .properties.kind.enum,
                                                                },
                                                                message:
                                                                  'must be equal to one of the allowed values',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                          var valid23 = _errs149 === errors;
                                                        } else {
                                                          var valid23 = true;
                                                        }
                                                        if (valid23) {
                                                          if (
                                                            data57.txid !== void 0 &&
                                                            func0.call(data57, 'txid')
                                                          ) {
                                                            let data60 = data57.txid;
                                                            const _errs150 = errors;
                                                            if (errors === _errs150) {
                                                              if (typeof data60 === 'string') {
                                                                if (!pattern14.test(data60)) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/history/' +
                                                                        i3 +
                                                                        '/txid',
                                                                      schemaPath:
                                                                        '#/properties/history/items/properties/txid/pattern',
                                                                      keyword: 'pattern',
                                                                      params: { pattern: '^[0-9a-f]{64}$' },
                                                                      message:
                                                                        'must match pattern "^[0-9a-f]{64}$"',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/history/' +
                                                                      i3 +
                                                                      '/txid',
                                                                    schemaPath:
                                                                      '#/properties/history/items/properties/txid/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                    message: 'must be string',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                            }
                                                            var valid23 = _errs150 === errors;
                                                          } else {
                                                            var valid23 = true;
                                                          }
                                                          if (valid23) {
                                                            if (
                                                              data57.height !== void 0 &&
                                                              func0.call(data57, 'height')
                                                            ) {
                                                              let data61 = data57.height;
                                                              const _errs152 = errors;
                                                              if (
                                                                !(
                                                                  typeof data61 == 'number' &&
                                                                  !(data61 % 1) &&
                                                                  !isNaN(data61) &&
                                                                  isFinite(data61)
                                                                ) &&
                                                                data61 !== null
                                                              ) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/history/' +
                                                                      i3 +
                                                                      '/height',
                                                                    schemaPath:
                                                                      '#/properties/history/items/properties/height/type',
                                                                    keyword: 'type',
                                                                    params: {
                                                                      type: schema31.properties.history.items
                                                                        .properties.height.type,
                                                                    },
                                                                    message: 'must be integer,null',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              if (errors === _errs152) {
                                                                if (
                                                                  typeof data61 == 'number' &&
                                                                  isFinite(data61)
                                                                ) {
                                                                  if (data61 < 0 || isNaN(data61)) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/history/' +
                                                                          i3 +
                                                                          '/height',
                                                                        schemaPath:
                                                                          '#/properties/history/items/properties/height/minimum',
                                                                        keyword: 'minimum',
                                                                        params: {
                                                                          comparison: '>=',
                                                                          limit: 0,
                                                                        },
                                                                        message: 'must be >= 0',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid23 = _errs152 === errors;
                                                            } else {
                                                              var valid23 = true;
                                                            }
                                                            if (valid23) {
                                                              if (
                                                                data57.delta !== void 0 &&
                                                                func0.call(data57, 'delta')
                                                              ) {
                                                                let data62 = data57.delta;
                                                                const _errs154 = errors;
                                                                if (errors === _errs154) {
                                                                  if (typeof data62 === 'string') {
                                                                    if (!pattern24.test(data62)) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/history/' +
                                                                            i3 +
                                                                            '/delta',
                                                                          schemaPath:
                                                                            '#/properties/history/items/properties/delta/pattern',
                                                                          keyword: 'pattern',
                                                                          params: {
                                                                            pattern: '^-?[0-9]{1,16}$',
                                                                          },
                                                                          message:
                                                                            'must match pattern "^-?[0-9]{1,16}$"',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                  } else {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/history/' +
                                                                          i3 +
                                                                          '/delta',
                                                                        schemaPath:
                                                                          '#/properties/history/items/properties/delta/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'string' },
                                                                        message: 'must be string',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid23 = _errs154 === errors;
                                                              } else {
                                                                var valid23 = true;
                                                              }
                                                              if (valid23) {
                                                                if (
                                                                  data57.amount !== void 0 &&
                                                                  func0.call(data57, 'amount')
                                                                ) {
                                                                  let data63 = data57.amount;
                                                                  const _errs156 = errors;
                                                                  if (errors === _errs156) {
                                                                    if (typeof data63 === 'string') {
                                                                      if (!pattern11.test(data63)) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/history/' +
                                                                              i3 +
                                                                              '/amount',
                                                                            schemaPath:
                                                                              '#/properties/history/items/properties/amount/pattern',
                                                                            keyword: 'pattern',
                                                                            params: {
                                                                              pattern: '^[0-9]{1,16}$',
                                                                            },
                                                                            message:
                                                                              'must match pattern "^[0-9]{1,16}$"',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                    } else {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/history/' +
                                                                            i3 +
                                                                            '/amount',
                                                                          schemaPath:
                                                                            '#/properties/history/items/properties/amount/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'string' },
                                                                          message: 'must be string',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid23 = _errs156 === errors;
                                                                } else {
                                                                  var valid23 = true;
                                                                }
                                                                if (valid23) {
                                                                  if (
                                                                    data57.minerFee !== void 0 &&
                                                                    func0.call(data57, 'minerFee')
                                                                  ) {
                                                                    let data64 = data57.minerFee;
                                                                    const _errs158 = errors;
                                                                    const _errs159 = errors;
                                                                    let valid24 = false;
                                                                    const _errs160 = errors;
                                                                    if (errors === _errs160) {
                                                                      if (typeof data64 === 'string') {
                                                                        if (!pattern11.test(data64)) {
                                                                          const err29 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/history/' +
                                                                              i3 +
                                                                              '/minerFee',
                                                                            schemaPath:
                                                                              '#/properties/history/items/properties/minerFee/anyOf/0/pattern',
                                                                            keyword: 'pattern',
                                                                            params: {
                                                                              pattern: '^[0-9]{1,16}$',
                                                                            },
                                                                            message:
                                                                              'must match pattern "^[0-9]{1,16}$"',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err29];
                                                                          } else {
                                                                            vErrors.push(err29);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                      } else {
                                                                        const err30 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/history/' +
                                                                            i3 +
                                                                            '/minerFee',
                                                                          schemaPath:
                                                                            '#/properties/history/items/properties/minerFee/anyOf/0/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'string' },
                                                                          message: 'must be string',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err30];
                                                                        } else {
                                                                          vErrors.push(err30);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                    }
                                                                    var _valid5 = _errs160 === errors;
                                                                    valid24 = valid24 || _valid5;
                                                                    const _errs162 = errors;
                                                                    if (data64 !== null) {
                                                                      const err31 = {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/history/' +
                                                                          i3 +
                                                                          '/minerFee',
                                                                        schemaPath:
                                                                          '#/properties/history/items/properties/minerFee/anyOf/1/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'null' },
                                                                        message: 'must be null',
                                                                      };
                                                                      if (vErrors === null) {
                                                                        vErrors = [err31];
                                                                      } else {
                                                                        vErrors.push(err31);
                                                                      }
                                                                      errors++;
                                                                    }
                                                                    var _valid5 = _errs162 === errors;
                                                                    valid24 = valid24 || _valid5;
                                                                    if (!valid24) {
                                                                      const err32 = {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/history/' +
                                                                          i3 +
                                                                          '/minerFee',
                                                                        schemaPath:
                                                                          '#/properties/history/items/properties/minerFee/anyOf',
                                                                        keyword: 'anyOf',
                                                                        params: {},
                                                                        message:
                                                                          'must match a schema in anyOf',
                                                                      };
                                                                      if (vErrors === null) {
                                                                        vErrors = [err32];
                                                                      } else {
                                                                        vErrors.push(err32);
                                                                      }
                                                                      errors++;
                                                                      validate20.errors = vErrors;
                                                                      return false;
                                                                    } else {
                                                                      errors = _errs159;
                                                                      if (vErrors !== null) {
                                                                        if (_errs159) {
                                                                          vErrors.length = _errs159;
                                                                        } else {
                                                                          vErrors = null;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid23 = _errs158 === errors;
                                                                  } else {
                                                                    var valid23 = true;
                                                                  }
                                                                  if (valid23) {
                                                                    if (
                                                                      data57.coinjoinFee !== void 0 &&
                                                                      func0.call(data57, 'coinjoinFee')
                                                                    ) {
                                                                      let data65 = data57.coinjoinFee;
                                                                      const _errs164 = errors;
                                                                      const _errs165 = errors;
                                                                      let valid25 = false;
                                                                      const _errs166 = errors;
                                                                      if (errors === _errs166) {
                                                                        if (typeof data65 === 'string') {
                                                                          if (!pattern24.test(data65)) {
                                                                            const err33 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/history/' +
                                                                                i3 +
                                                                                '/coinjoinFee',
                                                                              schemaPath:
                                                                                '#/properties/history/items/properties/coinjoinFee/anyOf/0/pattern',
                                                                              keyword: 'pattern',
                                                                              params: {
                                                                                pattern: '^-?[0-9]{1,16}$',
                                                                              },
                                                                              message:
                                                                                'must match pattern "^-?[0-9]{1,16}$"',
                                                                            };
                                                                            if (vErrors === null) {
                                                                              vErrors = [err33];
                                                                            } else {
                                                                              vErrors.push(err33);
                                                                            }
                                                                            errors++;
                                                                          }
                                                                        } else {
                                                                          const err34 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/history/' +
                                                                              i3 +
                                                                              '/coinjoinFee',
                                                                            schemaPath:
                                                                              '#/properties/history/items/properties/coinjoinFee/anyOf/0/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                            message: 'must be string',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err34];
                                                                          } else {
                                                                            vErrors.push(err34);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                      }
                                                                      var _valid6 = _errs166 === errors;
                                                                      valid25 = valid25 || _valid6;
                                                                      const _errs168 = errors;
                                                                      if (data65 !== null) {
                                                                        const err35 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/history/' +
                                                                            i3 +
                                                                            '/coinjoinFee',
                                                                          schemaPath:
                                                                            '#/properties/history/items/properties/coinjoinFee/anyOf/1/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'null' },
                                                                          message: 'must be null',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err35];
                                                                        } else {
                                                                          vErrors.push(err35);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                      var _valid6 = _errs168 === errors;
                                                                      valid25 = valid25 || _valid6;
                                                                      if (!valid25) {
                                                                        const err36 = {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/history/' +
                                                                            i3 +
                                                                            '/coinjoinFee',
                                                                          schemaPath:
                                                                            '#/properties/history/items/properties/coinjoinFee/anyOf',
                                                                          keyword: 'anyOf',
                                                                          params: {},
                                                                          message:
                                                                            'must match a schema in anyOf',
                                                                        };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err36];
                                                                        } else {
                                                                          vErrors.push(err36);
                                                                        }
                                                                        errors++;
                                                                        validate20.errors = vErrors;
                                                                        return false;
                                                                      } else {
                                                                        errors = _errs165;
                                                                        if (vErrors !== null) {
                                                                          if (_errs165) {
                                                                            vErrors.length = _errs165;
                                                                          } else {
                                                                            vErrors = null;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid23 = _errs164 === errors;
                                                                    } else {
                                                                      var valid23 = true;
                                                                    }
                                                                    if (valid23) {
                                                                      if (
                                                                        data57.fromMixdepth !== void 0 &&
                                                                        func0.call(data57, 'fromMixdepth')
                                                                      ) {
                                                                        let data66 = data57.fromMixdepth;
                                                                        const _errs170 = errors;
                                                                        if (
                                                                          !(
                                                                            typeof data66 == 'number' &&
                                                                            !(data66 % 1) &&
                                                                            !isNaN(data66) &&
                                                                            isFinite(data66)
                                                                          ) &&
                                                                          data66 !== null
                                                                        ) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/history/' +
                                                                                i3 +
                                                                                '/fromMixdepth',
                                                                              schemaPath:
                                                                                '#/properties/history/items/properties/fromMixdepth/type',
                                                                              keyword: 'type',
                                                                              params: {
                                                                                type: schema31.properties
                                                                                  .history.items.properties
                                                                                  .fromMixdepth.type,
                                                                              },
                                                                              message: 'must be integer,null',
                                                                            },
                                                                          ];
                                                                          return false;
                                                                        }
                                                                        if (errors === _errs170) {
                                                                          if (
                                                                            typeof data66 == 'number' &&
                                                                            isFinite(data66)
                                                                          ) {
                                                                            if (data66 < 0 || isNaN(data66)) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/history/' +
                                                                                    i3 +
                                                                                    '/fromMixdepth',
                                                                                  schemaPath:
                                                                                    '#/properties/history/items/properties/fromMixdepth/minimum',
                                                                                  keyword: 'minimum',
                                                                                  params: {
                                                                                    comparison: '>=',
                                                                                    limit: 0,
                                                                                  },
                                                                                  message: 'must be >= 0',
                                                                                },
                                                                              ];
                                                                              return false;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid23 = _errs170 === errors;
                                                                      } else {
                                                                        var valid23 = true;
                                                                      }
                                                                      if (valid23) {
                                                                        if (
                                                                          data57.toMixdepth !== void 0 &&
                                                                          func0.call(data57, 'toMixdepth')
                                                                        ) {
                                                                          let data67 = data57.toMixdepth;
                                                                          const _errs172 = errors;
                                                                          if (
                                                                            !(
                                                                              typeof data67 == 'number' &&
                                                                              !(data67 % 1) &&
                                                                              !isNaN(data67) &&
                                                                              isFinite(data67)
                                                                            ) &&
                                                                            data67 !== null
                                                                          ) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/history/' +
                                                                                  i3 +
                                                                                  '/toMixdepth',
                                                                                schemaPath:
                                                                                  '#/properties/history/items/properties/toMixdepth/type',
                                                                                keyword: 'type',
                                                                                params: {
                                                                                  type: schema31.properties
                                                                                    .history.items.properties
                                                                                    .toMixdepth.type,
                                                                                },
                                                                                message:
                                                                                  'must be integer,null',
                                                                              },
                                                                            ];
                                                                            return false;
                                                                          }
                                                                          if (errors === _errs172) {
                                                                            if (
                                                                              typeof data67 == 'number' &&
                                                                              isFinite(data67)
                                                                            ) {
                                                                              if (
                                                                                data67 < 0 ||
                                                                                isNaN(data67)
                                                                              ) {
                                                                                validate20.errors = [
                                                                                  {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/history/' +
                                                                                      i3 +
                                                                                      '/toMixdepth',
                                                                                    schemaPath:
                                                                                      '#/properties/history/items/properties/toMixdepth/minimum',
                                                                                    keyword: 'minimum',
                                                                                    params: {
                                                                                      comparison: '>=',
                                                                                      limit: 0,
                                                                                    },
                                                                                    message: 'must be >= 0',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid23 = _errs172 === errors;
                                                                        } else {
                                                                          var valid23 = true;
                                                                        }
                                                                        if (valid23) {
                                                                          if (
                                                                            data57.peers !== void 0 &&
                                                                            func0.call(data57, 'peers')
                                                                          ) {
                                                                            let data68 = data57.peers;
                                                                            const _errs174 = errors;
                                                                            if (errors === _errs174) {
                                                                              if (Array.isArray(data68)) {
                                                                                var valid26 = true;
                                                                                const len4 = data68.length;
                                                                                for (
                                                                                  let i4 = 0;
                                                                                  i4 < len4;
                                                                                  i4++
                                                                                ) {
                                                                                  const _errs176 = errors;
                                                                                  if (
                                                                                    typeof data68[i4] !==
                                                                                    'string'
                                                                                  ) {
                                                                                    validate20.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          instancePath +
                                                                                          '/history/' +
                                                                                          i3 +
                                                                                          '/peers/' +
                                                                                          i4,
                                                                                        schemaPath:
                                                                                          '#/properties/history/items/properties/peers/items/type',
                                                                                        keyword: 'type',
                                                                                        params: {
                                                                                          type: 'string',
                                                                                        },
                                                                                        message:
                                                                                          'must be string',
                                                                                      },
                                                                                    ];
                                                                                    return false;
                                                                                  }
                                                                                  var valid26 =
                                                                                    _errs176 === errors;
                                                                                  if (!valid26) {
                                                                                    break;
                                                                                  }
                                                                                }
                                                                              } else {
                                                                                validate20.errors = [
                                                                                  {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/history/' +
                                                                                      i3 +
                                                                                      '/peers',
                                                                                    schemaPath:
                                                                                      '#/properties/history/items/properties/peers/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: 'array' },
                                                                                    message: 'must be array',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid23 = _errs174 === errors;
                                                                          } else {
                                                                            var valid23 = true;
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate20.errors = [
                                                    {
                                                      instancePath: instancePath + '/history/' + i3,
                                                      schemaPath: '#/properties/history/items/type',
                                                      keyword: 'type',
                                                      params: { type: 'object' },
                                                      message: 'must be object',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                              }
                                              var valid22 = _errs144 === errors;
                                              if (!valid22) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate20.errors = [
                                              {
                                                instancePath: instancePath + '/history',
                                                schemaPath: '#/properties/history/type',
                                                keyword: 'type',
                                                params: { type: 'array' },
                                                message: 'must be array',
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs142 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.pending !== void 0 && func0.call(data, 'pending')) {
                                          let data70 = data.pending;
                                          const _errs178 = errors;
                                          if (errors === _errs178) {
                                            if (
                                              data70 &&
                                              typeof data70 == 'object' &&
                                              !Array.isArray(data70)
                                            ) {
                                              const _errs180 = errors;
                                              for (const key20 of Object.keys(data70)) {
                                                if (!pattern14.test(key20)) {
                                                  validate20.errors = [
                                                    {
                                                      instancePath: instancePath + '/pending',
                                                      schemaPath: '#/properties/pending/additionalProperties',
                                                      keyword: 'additionalProperties',
                                                      params: { additionalProperty: key20 },
                                                      message: 'must NOT have additional properties',
                                                    },
                                                  ];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs180 === errors) {
                                                var valid27 = true;
                                                for (const key21 of Object.keys(data70)) {
                                                  if (pattern14.test(key21)) {
                                                    let data71 = data70[key21];
                                                    const _errs181 = errors;
                                                    if (errors === _errs181) {
                                                      if (
                                                        data71 &&
                                                        typeof data71 == 'object' &&
                                                        !Array.isArray(data71)
                                                      ) {
                                                        let missing9;
                                                        if (
                                                          ((data71.raw === void 0 ||
                                                            !func0.call(data71, 'raw')) &&
                                                            (missing9 = 'raw')) ||
                                                          ((data71.at === void 0 ||
                                                            !func0.call(data71, 'at')) &&
                                                            (missing9 = 'at')) ||
                                                          ((data71.round === void 0 ||
                                                            !func0.call(data71, 'round')) &&
                                                            (missing9 = 'round')) ||
                                                          ((data71.byOwnNode === void 0 ||
                                                            !func0.call(data71, 'byOwnNode')) &&
                                                            (missing9 = 'byOwnNode'))
                                                        ) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/pending/' +
                                                                key21
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1'),
                                                              schemaPath:
                                                                '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
                                                              keyword: 'required',
                                                              params: { missingProperty: missing9 },
                                                              message:
                                                                "must have required property '" +
                                                                missing9 +
                                                                "'",
                                                            },
                                                          ];
                                                          return false;
                                                        } else {
                                                          const _errs183 = errors;
                                                          for (const key22 of Object.keys(data71)) {
                                                            if (!(
                                                              key22 === 'raw' ||
                                                              key22 === 'at' ||
                                                              key22 === 'round' ||
                                                              key22 === 'byOwnNode'
                                                            )) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/pending/' +
                                                                    key21
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1'),
                                                                  schemaPath:
                                                                    '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                  keyword: 'additionalProperties',
                                                                  params: { additionalProperty: key22 },
                                                                  message:
                                                                    'must NOT have additional properties',
                                                                },
                                                              ];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs183 === errors) {
                                                            if (
                                                              data71.raw !== void 0 &&
                                                              func0.call(data71, 'raw')
                                                            ) {
                                                              let data72 = data71.raw;
                                                              const _errs184 = errors;
                                                              if (errors === _errs184) {
                                                                if (typeof data72 === 'string') {
                                                                  if (!pattern12.test(data72)) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/pending/' +
                                                                          key21
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/raw',
                                                                        schemaPath:
                                                                          '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/raw/pattern',
                                                                        keyword: 'pattern',
                                                                        params: {
                                                                          pattern: '^([0-9a-f]{2})*$',
                                                                        },
                                                                        message:
                                                                          'must match pattern "^([0-9a-f]{2})*$"',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                } else {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/pending/' +
                                                                        key21
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/raw',
                                                                      schemaPath:
                                                                        '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/raw/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'string' },
                                                                      message: 'must be string',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid28 = _errs184 === errors;
                                                            } else {
                                                              var valid28 = true;
                                                            }
                                                            if (valid28) {
                                                              if (
                                                                data71.at !== void 0 &&
                                                                func0.call(data71, 'at')
                                                              ) {
                                                                let data73 = data71.at;
                                                                const _errs186 = errors;
                                                                if (!(
                                                                  typeof data73 == 'number' &&
                                                                  !(data73 % 1) &&
                                                                  !isNaN(data73) &&
                                                                  isFinite(data73)
                                                                )) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/pending/' +
                                                                        key21
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/at',
                                                                      schemaPath:
                                                                        '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'integer' },
                                                                      message: 'must be integer',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                                if (errors === _errs186) {
                                                                  if (
                                                                    typeof data73 == 'number' &&
                                                                    isFinite(data73)
                                                                  ) {
                                                                    if (data73 < 0 || isNaN(data73)) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/pending/' +
                                                                            key21
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/at',
                                                                          schemaPath:
                                                                            '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/minimum',
                                                                          keyword: 'minimum',
                                                                          params: {
                                                                            comparison: '>=',
                                                                            limit: 0,
                                                                          },
                                                                          message: 'must be >= 0',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid28 = _errs186 === errors;
                                                              } else {
                                                                var valid28 = true;
                                                              }
                                                              if (valid28) {
                                                                if (
                                                                  data71.round !== void 0 &&
                                                                  func0.call(data71, 'round')
                                                                ) {
                                                                  let data74 = data71.round;
                                                                  const _errs188 = errors;
                                                                  const _errs189 = errors;
                                                                  let valid29 = false;
                                                                  const _errs190 = errors;
                                                                  if (typeof data74 !== 'string') {
                                                                    const err37 = {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/pending/' +
                                                                        key21
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/round',
                                                                      schemaPath:
                                                                        '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf/0/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'string' },
                                                                      message: 'must be string',
                                                                    };
                                                                    if (vErrors === null) {
                                                                      vErrors = [err37];
                                                                    } else {
                                                                      vErrors.push(err37);
                                                                    }
                                                                    errors++;
                                                                  }
                                                                  var _valid7 = _errs190 === errors;
                                                                  valid29 = valid29 || _valid7;
                                                                  const _errs192 = errors;
                                                                  if (data74 !== null) {
                                                                    const err38 = {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/pending/' +
                                                                        key21
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/round',
                                                                      schemaPath:
                                                                        '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf/1/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'null' },
                                                                      message: 'must be null',
                                                                    };
                                                                    if (vErrors === null) {
                                                                      vErrors = [err38];
                                                                    } else {
                                                                      vErrors.push(err38);
                                                                    }
                                                                    errors++;
                                                                  }
                                                                  var _valid7 = _errs192 === errors;
                                                                  valid29 = valid29 || _valid7;
                                                                  if (!valid29) {
                                                                    const err39 = {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/pending/' +
                                                                        key21
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1') +
                                                                        '/round',
                                                                      schemaPath:
                                                                        '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf',
                                                                      keyword: 'anyOf',
                                                                      params: {},
                                                                      message: 'must match a schema in anyOf',
                                                                    };
                                                                    if (vErrors === null) {
                                                                      vErrors = [err39];
                                                                    } else {
                                                                      vErrors.push(err39);
                                                                    }
                                                                    errors++;
                                                                    validate20.errors = vErrors;
                                                                    return false;
                                                                  } else {
                                                                    errors = _errs189;
                                                                    if (vErrors !== null) {
                                                                      if (_errs189) {
                                                                        vErrors.length = _errs189;
                                                                      } else {
                                                                        vErrors = null;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid28 = _errs188 === errors;
                                                                } else {
                                                                  var valid28 = true;
                                                                }
                                                                if (valid28) {
                                                                  if (
                                                                    data71.byOwnNode !== void 0 &&
                                                                    func0.call(data71, 'byOwnNode')
                                                                  ) {
                                                                    const _errs194 = errors;
                                                                    if (
                                                                      typeof data71.byOwnNode !== 'boolean'
                                                                    ) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/pending/' +
                                                                            key21
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/byOwnNode',
                                                                          schemaPath:
                                                                            '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/byOwnNode/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'boolean' },
                                                                          message: 'must be boolean',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                    var valid28 = _errs194 === errors;
                                                                  } else {
                                                                    var valid28 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/pending/' +
                                                              key21.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                            schemaPath:
                                                              '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/type',
                                                            keyword: 'type',
                                                            params: { type: 'object' },
                                                            message: 'must be object',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    }
                                                    var valid27 = _errs181 === errors;
                                                    if (!valid27) {
                                                      break;
                                                    }
                                                  }
                                                }
                                              }
                                            } else {
                                              validate20.errors = [
                                                {
                                                  instancePath: instancePath + '/pending',
                                                  schemaPath: '#/properties/pending/type',
                                                  keyword: 'type',
                                                  params: { type: 'object' },
                                                  message: 'must be object',
                                                },
                                              ];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs178 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.refused !== void 0 && func0.call(data, 'refused')) {
                                            let data76 = data.refused;
                                            const _errs196 = errors;
                                            if (errors === _errs196) {
                                              if (
                                                data76 &&
                                                typeof data76 == 'object' &&
                                                !Array.isArray(data76)
                                              ) {
                                                const _errs198 = errors;
                                                for (const key23 of Object.keys(data76)) {
                                                  if (!pattern14.test(key23)) {
                                                    validate20.errors = [
                                                      {
                                                        instancePath: instancePath + '/refused',
                                                        schemaPath:
                                                          '#/properties/refused/additionalProperties',
                                                        keyword: 'additionalProperties',
                                                        params: { additionalProperty: key23 },
                                                        message: 'must NOT have additional properties',
                                                      },
                                                    ];
                                                    return false;
                                                    break;
                                                  }
                                                }
                                                if (_errs198 === errors) {
                                                  var valid30 = true;
                                                  for (const key24 of Object.keys(data76)) {
                                                    if (pattern14.test(key24)) {
                                                      let data77 = data76[key24];
                                                      const _errs199 = errors;
                                                      if (errors === _errs199) {
                                                        if (
                                                          data77 &&
                                                          typeof data77 == 'object' &&
                                                          !Array.isArray(data77)
                                                        ) {
                                                          let missing10;
                                                          if (
                                                            ((data77.coins === void 0 ||
                                                              !func0.call(data77, 'coins')) &&
                                                              (missing10 = 'coins')) ||
                                                            ((data77.at === void 0 ||
                                                              !func0.call(data77, 'at')) &&
                                                              (missing10 = 'at')) ||
                                                            ((data77.reason === void 0 ||
                                                              !func0.call(data77, 'reason')) &&
                                                              (missing10 = 'reason'))
                                                          ) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/refused/' +
                                                                  key24
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1'),
                                                                schemaPath:
                                                                  '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
                                                                keyword: 'required',
                                                                params: { missingProperty: missing10 },
                                                                message:
                                                                  "must have required property '" +
                                                                  missing10 +
                                                                  "'",
                                                              },
                                                            ];
                                                            return false;
                                                          } else {
                                                            const _errs201 = errors;
                                                            for (const key25 of Object.keys(data77)) {
                                                              if (!(
                                                                key25 === 'coins' ||
                                                                key25 === 'at' ||
                                                                key25 === 'reason'
                                                              )) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/refused/' +
                                                                      key24
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1'),
                                                                    schemaPath:
                                                                      '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                    keyword: 'additionalProperties',
                                                                    params: { additionalProperty: key25 },
                                                                    message:
                                                                      'must NOT have additional properties',
                                                                  },
                                                                ];
                                                                return false;
                                                                break;
                                                              }
                                                            }
                                                            if (_errs201 === errors) {
                                                              if (
                                                                data77.coins !== void 0 &&
                                                                func0.call(data77, 'coins')
                                                              ) {
                                                                let data78 = data77.coins;
                                                                const _errs202 = errors;
                                                                if (errors === _errs202) {
                                                                  if (Array.isArray(data78)) {
                                                                    var valid32 = true;
                                                                    const len5 = data78.length;
                                                                    for (let i5 = 0; i5 < len5; i5++) {
                                                                      let data79 = data78[i5];
                                                                      const _errs204 = errors;
                                                                      if (errors === _errs204) {
                                                                        if (typeof data79 === 'string') {
                                                                          if (!pattern9.test(data79)) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/refused/' +
                                                                                  key24
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/coins/' +
                                                                                  i5,
                                                                                schemaPath:
                                                                                  '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/coins/items/pattern',
                                                                                keyword: 'pattern',
                                                                                params: {
                                                                                  pattern:
                                                                                    '^[0-9a-f]{64}:[0-9]{1,10}$',
                                                                                },
                                                                                message:
                                                                                  'must match pattern "^[0-9a-f]{64}:[0-9]{1,10}$"',
                                                                              },
                                                                            ];
                                                                            return false;
                                                                          }
                                                                        } else {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/refused/' +
                                                                                key24
                                                                                  .replace(/~/g, '~0')
                                                                                  .replace(/\//g, '~1') +
                                                                                '/coins/' +
                                                                                i5,
                                                                              schemaPath:
                                                                                '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/coins/items/type',
                                                                              keyword: 'type',
                                                                              params: { type: 'string' },
                                                                              message: 'must be string',
                                                                            },
                                                                          ];
                                                                          return false;
                                                                        }
                                                                      }
                                                                      var valid32 = _errs204 === errors;
                                                                      if (!valid32) {
                                                                        break;
                                                                      }
                                                                    }
                                                                  } else {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/refused/' +
                                                                          key24
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/coins',
                                                                        schemaPath:
                                                                          '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/coins/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'array' },
                                                                        message: 'must be array',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid31 = _errs202 === errors;
                                                              } else {
                                                                var valid31 = true;
                                                              }
                                                              if (valid31) {
                                                                if (
                                                                  data77.at !== void 0 &&
                                                                  func0.call(data77, 'at')
                                                                ) {
                                                                  let data80 = data77.at;
                                                                  const _errs206 = errors;
                                                                  if (!(
                                                                    typeof data80 == 'number' &&
                                                                    !(data80 % 1) &&
                                                                    !isNaN(data80) &&
                                                                    isFinite(data80)
                                                                  )) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/refused/' +
                                                                          key24
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/at',
                                                                        schemaPath:
                                                                          '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'integer' },
                                                                        message: 'must be integer',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                  if (errors === _errs206) {
                                                                    if (
                                                                      typeof data80 == 'number' &&
                                                                      isFinite(data80)
                                                                    ) {
                                                                      if (data80 < 0 || isNaN(data80)) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/refused/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/at',
                                                                            schemaPath:
                                                                              '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/minimum',
                                                                            keyword: 'minimum',
                                                                            params: {
                                                                              comparison: '>=',
                                                                              limit: 0,
                                                                            },
                                                                            message: 'must be >= 0',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid31 = _errs206 === errors;
                                                                } else {
                                                                  var valid31 = true;
                                                                }
                                                                if (valid31) {
                                                                  if (
                                                                    data77.reason !== void 0 &&
                                                                    func0.call(data77, 'reason')
                                                                  ) {
                                                                    const _errs208 = errors;
                                                                    if (typeof data77.reason !== 'string') {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/refused/' +
                                                                            key24
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1') +
                                                                            '/reason',
                                                                          schemaPath:
                                                                            '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/reason/type',
                                                                          keyword: 'type',
                                                                          params: { type: 'string' },
                                                                          message: 'must be string',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                    var valid31 = _errs208 === errors;
                                                                  } else {
                                                                    var valid31 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        } else {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/refused/' +
                                                                key24
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1'),
                                                              schemaPath:
                                                                '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/type',
                                                              keyword: 'type',
                                                              params: { type: 'object' },
                                                              message: 'must be object',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                      var valid30 = _errs199 === errors;
                                                      if (!valid30) {
                                                        break;
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate20.errors = [
                                                  {
                                                    instancePath: instancePath + '/refused',
                                                    schemaPath: '#/properties/refused/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                    message: 'must be object',
                                                  },
                                                ];
                                                return false;
                                              }
                                            }
                                            var valid0 = _errs196 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate20.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        },
      ];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export { schema_walletState_default as walletState };
