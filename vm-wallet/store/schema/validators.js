// Compiled by `npm run schemas` from definitions.ts. Do not edit.
// schema:schema:walletState
var schema_walletState_default = validate20;
var schema31 = {
  type: 'object',
  properties: {
    version: { const: 2 },
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    entropy: { type: 'string', pattern: '^([0-9a-f]{8}){4,8}$' },
    extension: { type: 'string' },
    family: { enum: ['native', 'nested'] },
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
    backend: { enum: ['filters', 'descriptors'] },
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
    confirmed: {
      type: 'object',
      patternProperties: {
        '^[0-9a-f]{64}$': {
          type: 'object',
          properties: {
            raw: { type: 'string', pattern: '^([0-9a-f]{2})*$' },
            at: { type: 'integer', minimum: 0 },
            round: { anyOf: [{ type: 'string' }, { type: 'null' }] },
            byOwnNode: { type: 'boolean' },
            height: { type: 'integer', minimum: 0 },
          },
          required: ['raw', 'at', 'round', 'byOwnNode', 'height'],
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
    transactionLabels: {
      type: 'object',
      patternProperties: { '^[0-9a-f]{64}$': { type: 'string' } },
      additionalProperties: false,
    },
    backups: { type: 'integer', minimum: 0 },
  },
  required: [
    'version',
    'network',
    'entropy',
    'extension',
    'family',
    'createdAt',
    'birthday',
    'mixdepths',
    'nextIndex',
    'shown',
    'coins',
    'backend',
    'scanned',
    'leases',
    'commitments',
    'rounds',
    'history',
    'pending',
    'confirmed',
    'refused',
    'transactionLabels',
    'backups',
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
        ((data.family === void 0 || !func0.call(data, 'family')) && (missing0 = 'family')) ||
        ((data.createdAt === void 0 || !func0.call(data, 'createdAt')) && (missing0 = 'createdAt')) ||
        ((data.birthday === void 0 || !func0.call(data, 'birthday')) && (missing0 = 'birthday')) ||
        ((data.mixdepths === void 0 || !func0.call(data, 'mixdepths')) && (missing0 = 'mixdepths')) ||
        ((data.nextIndex === void 0 || !func0.call(data, 'nextIndex')) && (missing0 = 'nextIndex')) ||
        ((data.shown === void 0 || !func0.call(data, 'shown')) && (missing0 = 'shown')) ||
        ((data.coins === void 0 || !func0.call(data, 'coins')) && (missing0 = 'coins')) ||
        ((data.backend === void 0 || !func0.call(data, 'backend')) && (missing0 = 'backend')) ||
        ((data.scanned === void 0 || !func0.call(data, 'scanned')) && (missing0 = 'scanned')) ||
        ((data.leases === void 0 || !func0.call(data, 'leases')) && (missing0 = 'leases')) ||
        ((data.commitments === void 0 || !func0.call(data, 'commitments')) && (missing0 = 'commitments')) ||
        ((data.rounds === void 0 || !func0.call(data, 'rounds')) && (missing0 = 'rounds')) ||
        ((data.history === void 0 || !func0.call(data, 'history')) && (missing0 = 'history')) ||
        ((data.pending === void 0 || !func0.call(data, 'pending')) && (missing0 = 'pending')) ||
        ((data.confirmed === void 0 || !func0.call(data, 'confirmed')) && (missing0 = 'confirmed')) ||
        ((data.refused === void 0 || !func0.call(data, 'refused')) && (missing0 = 'refused')) ||
        ((data.transactionLabels === void 0 || !func0.call(data, 'transactionLabels')) &&
          (missing0 = 'transactionLabels')) ||
        ((data.backups === void 0 || !func0.call(data, 'backups')) && (missing0 = 'backups'))
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
            if (2 !== data.version) {
              validate20.errors = [
                {
                  instancePath: instancePath + '/version',
                  schemaPath: '#/properties/version/const',
                  keyword: 'const',
                  params: { allowedValue: 2 },
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
                  if (data.family !== void 0 && func0.call(data, 'family')) {
                    let data4 = data.family;
                    const _errs8 = errors;
                    if (!(data4 === 'native' || data4 === 'nested')) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/family',
                          schemaPath: '#/properties/family/enum',
                          keyword: 'enum',
                          params: { allowedValues: schema31.properties.family.enum },
                          message: 'must be equal to one of the allowed values',
                        },
                      ];
                      return false;
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createdAt !== void 0 && func0.call(data, 'createdAt')) {
                      let data5 = data.createdAt;
                      const _errs9 = errors;
                      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
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
                      if (errors === _errs9) {
                        if (typeof data5 == 'number' && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
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
                      var valid0 = _errs9 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.birthday !== void 0 && func0.call(data, 'birthday')) {
                        let data6 = data.birthday;
                        const _errs11 = errors;
                        if (
                          !(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) &&
                          data6 !== null
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
                        if (errors === _errs11) {
                          if (typeof data6 == 'number' && isFinite(data6)) {
                            if (data6 < 0 || isNaN(data6)) {
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
                        var valid0 = _errs11 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.mixdepths !== void 0 && func0.call(data, 'mixdepths')) {
                          let data7 = data.mixdepths;
                          const _errs13 = errors;
                          if (!(
                            typeof data7 == 'number' &&
                            !(data7 % 1) &&
                            !isNaN(data7) &&
                            isFinite(data7)
                          )) {
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
                          if (errors === _errs13) {
                            if (typeof data7 == 'number' && isFinite(data7)) {
                              if (data7 > 10 || isNaN(data7)) {
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
                                if (data7 < 1 || isNaN(data7)) {
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
                          var valid0 = _errs13 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.nextIndex !== void 0 && func0.call(data, 'nextIndex')) {
                            let data8 = data.nextIndex;
                            const _errs15 = errors;
                            if (errors === _errs15) {
                              if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                                const _errs17 = errors;
                                for (const key1 of Object.keys(data8)) {
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
                                if (_errs17 === errors) {
                                  var valid1 = true;
                                  for (const key2 of Object.keys(data8)) {
                                    if (pattern5.test(key2)) {
                                      let data9 = data8[key2];
                                      const _errs18 = errors;
                                      if (!(
                                        typeof data9 == 'number' &&
                                        !(data9 % 1) &&
                                        !isNaN(data9) &&
                                        isFinite(data9)
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
                                      if (errors === _errs18) {
                                        if (typeof data9 == 'number' && isFinite(data9)) {
                                          if (data9 > 2147483647 || isNaN(data9)) {
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
                                            if (data9 < 0 || isNaN(data9)) {
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
                                      var valid1 = _errs18 === errors;
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
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.shown !== void 0 && func0.call(data, 'shown')) {
                              let data10 = data.shown;
                              const _errs20 = errors;
                              if (errors === _errs20) {
                                if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                                  const _errs22 = errors;
                                  for (const key3 of Object.keys(data10)) {
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
                                  if (_errs22 === errors) {
                                    var valid2 = true;
                                    for (const key4 of Object.keys(data10)) {
                                      if (pattern7.test(key4)) {
                                        let data11 = data10[key4];
                                        const _errs23 = errors;
                                        if (errors === _errs23) {
                                          if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                                            let missing1;
                                            if (
                                              ((data11.address === void 0 ||
                                                !func0.call(data11, 'address')) &&
                                                (missing1 = 'address')) ||
                                              ((data11.purpose === void 0 ||
                                                !func0.call(data11, 'purpose')) &&
                                                (missing1 = 'purpose')) ||
                                              ((data11.at === void 0 || !func0.call(data11, 'at')) &&
                                                (missing1 = 'at')) ||
                                              ((data11.label === void 0 || !func0.call(data11, 'label')) &&
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
                                              const _errs25 = errors;
                                              for (const key5 of Object.keys(data11)) {
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
                                              if (_errs25 === errors) {
                                                if (
                                                  data11.address !== void 0 &&
                                                  func0.call(data11, 'address')
                                                ) {
                                                  const _errs26 = errors;
                                                  if (typeof data11.address !== 'string') {
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
                                                  var valid3 = _errs26 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                                if (valid3) {
                                                  if (
                                                    data11.purpose !== void 0 &&
                                                    func0.call(data11, 'purpose')
                                                  ) {
                                                    let data13 = data11.purpose;
                                                    const _errs28 = errors;
                                                    if (!(
                                                      data13 === 'deposit' ||
                                                      data13 === 'change' ||
                                                      data13 === 'coinjoin'
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
                                                          message:
                                                            'must be equal to one of the allowed values',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid3 = _errs28 === errors;
                                                  } else {
                                                    var valid3 = true;
                                                  }
                                                  if (valid3) {
                                                    if (data11.at !== void 0 && func0.call(data11, 'at')) {
                                                      let data14 = data11.at;
                                                      const _errs29 = errors;
                                                      if (!(
                                                        typeof data14 == 'number' &&
                                                        !(data14 % 1) &&
                                                        !isNaN(data14) &&
                                                        isFinite(data14)
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
                                                      if (errors === _errs29) {
                                                        if (typeof data14 == 'number' && isFinite(data14)) {
                                                          if (data14 < 0 || isNaN(data14)) {
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
                                                      var valid3 = _errs29 === errors;
                                                    } else {
                                                      var valid3 = true;
                                                    }
                                                    if (valid3) {
                                                      if (
                                                        data11.label !== void 0 &&
                                                        func0.call(data11, 'label')
                                                      ) {
                                                        const _errs31 = errors;
                                                        if (typeof data11.label !== 'string') {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/shown/' +
                                                                key4
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
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
                                                        var valid3 = _errs31 === errors;
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
                                        var valid2 = _errs23 === errors;
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
                              var valid0 = _errs20 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.coins !== void 0 && func0.call(data, 'coins')) {
                                let data16 = data.coins;
                                const _errs33 = errors;
                                if (errors === _errs33) {
                                  if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                                    const _errs35 = errors;
                                    for (const key6 of Object.keys(data16)) {
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
                                    if (_errs35 === errors) {
                                      var valid4 = true;
                                      for (const key7 of Object.keys(data16)) {
                                        if (pattern9.test(key7)) {
                                          let data17 = data16[key7];
                                          const _errs36 = errors;
                                          if (errors === _errs36) {
                                            if (
                                              data17 &&
                                              typeof data17 == 'object' &&
                                              !Array.isArray(data17)
                                            ) {
                                              let missing2;
                                              if (
                                                ((data17.value === void 0 || !func0.call(data17, 'value')) &&
                                                  (missing2 = 'value')) ||
                                                ((data17.scriptPubKey === void 0 ||
                                                  !func0.call(data17, 'scriptPubKey')) &&
                                                  (missing2 = 'scriptPubKey')) ||
                                                ((data17.path === void 0 || !func0.call(data17, 'path')) &&
                                                  (missing2 = 'path')) ||
                                                ((data17.height === void 0 ||
                                                  !func0.call(data17, 'height')) &&
                                                  (missing2 = 'height')) ||
                                                ((data17.spentBy === void 0 ||
                                                  !func0.call(data17, 'spentBy')) &&
                                                  (missing2 = 'spentBy')) ||
                                                ((data17.frozen === void 0 ||
                                                  !func0.call(data17, 'frozen')) &&
                                                  (missing2 = 'frozen')) ||
                                                ((data17.label === void 0 || !func0.call(data17, 'label')) &&
                                                  (missing2 = 'label')) ||
                                                ((data17.locktime === void 0 ||
                                                  !func0.call(data17, 'locktime')) &&
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
                                                const _errs38 = errors;
                                                for (const key8 of Object.keys(data17)) {
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
                                                if (_errs38 === errors) {
                                                  if (
                                                    data17.value !== void 0 &&
                                                    func0.call(data17, 'value')
                                                  ) {
                                                    let data18 = data17.value;
                                                    const _errs39 = errors;
                                                    if (errors === _errs39) {
                                                      if (typeof data18 === 'string') {
                                                        if (!pattern11.test(data18)) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/coins/' +
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
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
                                                    var valid5 = _errs39 === errors;
                                                  } else {
                                                    var valid5 = true;
                                                  }
                                                  if (valid5) {
                                                    if (
                                                      data17.scriptPubKey !== void 0 &&
                                                      func0.call(data17, 'scriptPubKey')
                                                    ) {
                                                      let data19 = data17.scriptPubKey;
                                                      const _errs41 = errors;
                                                      if (errors === _errs41) {
                                                        if (typeof data19 === 'string') {
                                                          if (!pattern12.test(data19)) {
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
                                                                key7
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1') +
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
                                                      var valid5 = _errs41 === errors;
                                                    } else {
                                                      var valid5 = true;
                                                    }
                                                    if (valid5) {
                                                      if (
                                                        data17.path !== void 0 &&
                                                        func0.call(data17, 'path')
                                                      ) {
                                                        let data20 = data17.path;
                                                        const _errs43 = errors;
                                                        if (errors === _errs43) {
                                                          if (typeof data20 === 'string') {
                                                            if (!pattern7.test(data20)) {
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
                                                        var valid5 = _errs43 === errors;
                                                      } else {
                                                        var valid5 = true;
                                                      }
                                                      if (valid5) {
                                                        if (
                                                          data17.height !== void 0 &&
                                                          func0.call(data17, 'height')
                                                        ) {
                                                          let data21 = data17.height;
                                                          const _errs45 = errors;
                                                          if (
                                                            !(
                                                              typeof data21 == 'number' &&
                                                              !(data21 % 1) &&
                                                              !isNaN(data21) &&
                                                              isFinite(data21)
                                                            ) &&
                                                            data21 !== null
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
                                                          if (errors === _errs45) {
                                                            if (
                                                              typeof data21 == 'number' &&
                                                              isFinite(data21)
                                                            ) {
                                                              if (data21 < 0 || isNaN(data21)) {
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
                                                          var valid5 = _errs45 === errors;
                                                        } else {
                                                          var valid5 = true;
                                                        }
                                                        if (valid5) {
                                                          if (
                                                            data17.spentBy !== void 0 &&
                                                            func0.call(data17, 'spentBy')
                                                          ) {
                                                            let data22 = data17.spentBy;
                                                            const _errs47 = errors;
                                                            const _errs48 = errors;
                                                            let valid6 = false;
                                                            const _errs49 = errors;
                                                            if (errors === _errs49) {
                                                              if (
                                                                data22 &&
                                                                typeof data22 == 'object' &&
                                                                !Array.isArray(data22)
                                                              ) {
                                                                let missing3;
                                                                if (
                                                                  ((data22.txid === void 0 ||
                                                                    !func0.call(data22, 'txid')) &&
                                                                    (missing3 = 'txid')) ||
                                                                  ((data22.height === void 0 ||
                                                                    !func0.call(data22, 'height')) &&
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
                                                                  const _errs51 = errors;
                                                                  for (const key9 of Object.keys(data22)) {
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
                                                                  if (_errs51 === errors) {
                                                                    if (
                                                                      data22.txid !== void 0 &&
                                                                      func0.call(data22, 'txid')
                                                                    ) {
                                                                      let data23 = data22.txid;
                                                                      const _errs52 = errors;
                                                                      if (errors === _errs52) {
                                                                        if (typeof data23 === 'string') {
                                                                          if (!pattern14.test(data23)) {
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
                                                                      var valid7 = _errs52 === errors;
                                                                    } else {
                                                                      var valid7 = true;
                                                                    }
                                                                    if (valid7) {
                                                                      if (
                                                                        data22.height !== void 0 &&
                                                                        func0.call(data22, 'height')
                                                                      ) {
                                                                        let data24 = data22.height;
                                                                        const _errs54 = errors;
                                                                        if (
                                                                          !(
                                                                            typeof data24 == 'number' &&
                                                                            !(data24 % 1) &&
                                                                            !isNaN(data24) &&
                                                                            isFinite(data24)
                                                                          ) &&
                                                                          data24 !== null
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
                                                                        if (errors === _errs54) {
                                                                          if (
                                                                            typeof data24 == 'number' &&
                                                                            isFinite(data24)
                                                                          ) {
                                                                            if (data24 < 0 || isNaN(data24)) {
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
                                                                        var valid7 = _errs54 === errors;
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
                                                            var _valid0 = _errs49 === errors;
                                                            valid6 = valid6 || _valid0;
                                                            const _errs56 = errors;
                                                            if (data22 !== null) {
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
                                                            var _valid0 = _errs56 === errors;
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
                                                              errors = _errs48;
                                                              if (vErrors !== null) {
                                                                if (_errs48) {
                                                                  vErrors.length = _errs48;
                                                                } else {
                                                                  vErrors = null;
                                                                }
                                                              }
                                                            }
                                                            var valid5 = _errs47 === errors;
                                                          } else {
                                                            var valid5 = true;
                                                          }
                                                          if (valid5) {
                                                            if (
                                                              data17.frozen !== void 0 &&
                                                              func0.call(data17, 'frozen')
                                                            ) {
                                                              const _errs58 = errors;
                                                              if (typeof data17.frozen !== 'boolean') {
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
                                                              var valid5 = _errs58 === errors;
                                                            } else {
                                                              var valid5 = true;
                                                            }
                                                            if (valid5) {
                                                              if (
                                                                data17.label !== void 0 &&
                                                                func0.call(data17, 'label')
                                                              ) {
                                                                const _errs60 = errors;
                                                                if (typeof data17.label !== 'string') {
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
                                                                var valid5 = _errs60 === errors;
                                                              } else {
                                                                var valid5 = true;
                                                              }
                                                              if (valid5) {
                                                                if (
                                                                  data17.locktime !== void 0 &&
                                                                  func0.call(data17, 'locktime')
                                                                ) {
                                                                  let data27 = data17.locktime;
                                                                  const _errs62 = errors;
                                                                  if (
                                                                    !(
                                                                      typeof data27 == 'number' &&
                                                                      !(data27 % 1) &&
                                                                      !isNaN(data27) &&
                                                                      isFinite(data27)
                                                                    ) &&
                                                                    data27 !== null
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
                                                                  if (errors === _errs62) {
                                                                    if (
                                                                      typeof data27 == 'number' &&
                                                                      isFinite(data27)
                                                                    ) {
                                                                      if (data27 < 0 || isNaN(data27)) {
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
                                                                  var valid5 = _errs62 === errors;
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
                                          var valid4 = _errs36 === errors;
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
                                var valid0 = _errs33 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.backend !== void 0 && func0.call(data, 'backend')) {
                                  let data28 = data.backend;
                                  const _errs64 = errors;
                                  if (!(data28 === 'filters' || data28 === 'descriptors')) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/backend',
                                        schemaPath: '#/properties/backend/enum',
                                        keyword: 'enum',
                                        params: { allowedValues: schema31.properties.backend.enum },
                                        message: 'must be equal to one of the allowed values',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid0 = _errs64 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.scanned !== void 0 && func0.call(data, 'scanned')) {
                                    let data29 = data.scanned;
                                    const _errs65 = errors;
                                    const _errs66 = errors;
                                    let valid8 = false;
                                    const _errs67 = errors;
                                    if (errors === _errs67) {
                                      if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
                                        let missing4;
                                        if (
                                          ((data29.height === void 0 || !func0.call(data29, 'height')) &&
                                            (missing4 = 'height')) ||
                                          ((data29.block === void 0 || !func0.call(data29, 'block')) &&
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
                                          const _errs69 = errors;
                                          for (const key10 of Object.keys(data29)) {
                                            if (!(key10 === 'height' || key10 === 'block')) {
                                              const err10 = {
                                                instancePath: instancePath + '/scanned',
                                                schemaPath:
                                                  '#/properties/scanned/anyOf/0/additionalProperties',
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
                                          if (_errs69 === errors) {
                                            if (data29.height !== void 0 && func0.call(data29, 'height')) {
                                              let data30 = data29.height;
                                              const _errs70 = errors;
                                              if (!(
                                                typeof data30 == 'number' &&
                                                !(data30 % 1) &&
                                                !isNaN(data30) &&
                                                isFinite(data30)
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
                                              if (errors === _errs70) {
                                                if (typeof data30 == 'number' && isFinite(data30)) {
                                                  if (data30 < 0 || isNaN(data30)) {
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
                                              var valid9 = _errs70 === errors;
                                            } else {
                                              var valid9 = true;
                                            }
                                            if (valid9) {
                                              if (data29.block !== void 0 && func0.call(data29, 'block')) {
                                                let data31 = data29.block;
                                                const _errs72 = errors;
                                                if (errors === _errs72) {
                                                  if (typeof data31 === 'string') {
                                                    if (!pattern14.test(data31)) {
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
                                                var valid9 = _errs72 === errors;
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
                                    var _valid1 = _errs67 === errors;
                                    valid8 = valid8 || _valid1;
                                    const _errs74 = errors;
                                    if (data29 !== null) {
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
                                    var _valid1 = _errs74 === errors;
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
                                      errors = _errs66;
                                      if (vErrors !== null) {
                                        if (_errs66) {
                                          vErrors.length = _errs66;
                                        } else {
                                          vErrors = null;
                                        }
                                      }
                                    }
                                    var valid0 = _errs65 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.leases !== void 0 && func0.call(data, 'leases')) {
                                      let data32 = data.leases;
                                      const _errs76 = errors;
                                      if (errors === _errs76) {
                                        if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                                          const _errs78 = errors;
                                          for (const key11 of Object.keys(data32)) {
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
                                          if (_errs78 === errors) {
                                            var valid10 = true;
                                            for (const key12 of Object.keys(data32)) {
                                              if (pattern9.test(key12)) {
                                                let data33 = data32[key12];
                                                const _errs79 = errors;
                                                if (errors === _errs79) {
                                                  if (
                                                    data33 &&
                                                    typeof data33 == 'object' &&
                                                    !Array.isArray(data33)
                                                  ) {
                                                    let missing5;
                                                    if (
                                                      ((data33.round === void 0 ||
                                                        !func0.call(data33, 'round')) &&
                                                        (missing5 = 'round')) ||
                                                      ((data33.until === void 0 ||
                                                        !func0.call(data33, 'until')) &&
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
                                                      const _errs81 = errors;
                                                      for (const key13 of Object.keys(data33)) {
                                                        if (!(key13 === 'round' || key13 === 'until')) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/leases/' +
                                                                key12
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1'),
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
                                                      if (_errs81 === errors) {
                                                        if (
                                                          data33.round !== void 0 &&
                                                          func0.call(data33, 'round')
                                                        ) {
                                                          const _errs82 = errors;
                                                          if (typeof data33.round !== 'string') {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/leases/' +
                                                                  key12
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
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
                                                          var valid11 = _errs82 === errors;
                                                        } else {
                                                          var valid11 = true;
                                                        }
                                                        if (valid11) {
                                                          if (
                                                            data33.until !== void 0 &&
                                                            func0.call(data33, 'until')
                                                          ) {
                                                            let data35 = data33.until;
                                                            const _errs84 = errors;
                                                            if (!(
                                                              typeof data35 == 'number' &&
                                                              !(data35 % 1) &&
                                                              !isNaN(data35) &&
                                                              isFinite(data35)
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
                                                            if (errors === _errs84) {
                                                              if (
                                                                typeof data35 == 'number' &&
                                                                isFinite(data35)
                                                              ) {
                                                                if (data35 < 0 || isNaN(data35)) {
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
                                                            var valid11 = _errs84 === errors;
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
                                                var valid10 = _errs79 === errors;
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
                                      var valid0 = _errs76 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.commitments !== void 0 && func0.call(data, 'commitments')) {
                                        let data36 = data.commitments;
                                        const _errs86 = errors;
                                        if (errors === _errs86) {
                                          if (data36 && typeof data36 == 'object' && !Array.isArray(data36)) {
                                            const _errs88 = errors;
                                            for (const key14 of Object.keys(data36)) {
                                              if (!pattern14.test(key14)) {
                                                validate20.errors = [
                                                  {
                                                    instancePath: instancePath + '/commitments',
                                                    schemaPath:
                                                      '#/properties/commitments/additionalProperties',
                                                    keyword: 'additionalProperties',
                                                    params: { additionalProperty: key14 },
                                                    message: 'must NOT have additional properties',
                                                  },
                                                ];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs88 === errors) {
                                              var valid12 = true;
                                              for (const key15 of Object.keys(data36)) {
                                                if (pattern14.test(key15)) {
                                                  let data37 = data36[key15];
                                                  const _errs89 = errors;
                                                  if (errors === _errs89) {
                                                    if (
                                                      data37 &&
                                                      typeof data37 == 'object' &&
                                                      !Array.isArray(data37)
                                                    ) {
                                                      let missing6;
                                                      if (
                                                        ((data37.outpoint === void 0 ||
                                                          !func0.call(data37, 'outpoint')) &&
                                                          (missing6 = 'outpoint')) ||
                                                        ((data37.index === void 0 ||
                                                          !func0.call(data37, 'index')) &&
                                                          (missing6 = 'index')) ||
                                                        ((data37.at === void 0 ||
                                                          !func0.call(data37, 'at')) &&
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
                                                              "must have required property '" +
                                                              missing6 +
                                                              "'",
                                                          },
                                                        ];
                                                        return false;
                                                      } else {
                                                        const _errs91 = errors;
                                                        for (const key16 of Object.keys(data37)) {
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
                                                                  key15
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1'),
                                                                schemaPath:
                                                                  '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key16 },
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs91 === errors) {
                                                          if (
                                                            data37.outpoint !== void 0 &&
                                                            func0.call(data37, 'outpoint')
                                                          ) {
                                                            let data38 = data37.outpoint;
                                                            const _errs92 = errors;
                                                            if (errors === _errs92) {
                                                              if (typeof data38 === 'string') {
                                                                if (!pattern9.test(data38)) {
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
                                                            var valid13 = _errs92 === errors;
                                                          } else {
                                                            var valid13 = true;
                                                          }
                                                          if (valid13) {
                                                            if (
                                                              data37.index !== void 0 &&
                                                              func0.call(data37, 'index')
                                                            ) {
                                                              let data39 = data37.index;
                                                              const _errs94 = errors;
                                                              if (!(
                                                                typeof data39 == 'number' &&
                                                                !(data39 % 1) &&
                                                                !isNaN(data39) &&
                                                                isFinite(data39)
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
                                                              if (errors === _errs94) {
                                                                if (
                                                                  typeof data39 == 'number' &&
                                                                  isFinite(data39)
                                                                ) {
                                                                  if (data39 < 0 || isNaN(data39)) {
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
                                                              var valid13 = _errs94 === errors;
                                                            } else {
                                                              var valid13 = true;
                                                            }
                                                            if (valid13) {
                                                              if (
                                                                data37.at !== void 0 &&
                                                                func0.call(data37, 'at')
                                                              ) {
                                                                let data40 = data37.at;
                                                                const _errs96 = errors;
                                                                if (!(
                                                                  typeof data40 == 'number' &&
                                                                  !(data40 % 1) &&
                                                                  !isNaN(data40) &&
                                                                  isFinite(data40)
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
                                                                if (errors === _errs96) {
                                                                  if (
                                                                    typeof data40 == 'number' &&
                                                                    isFinite(data40)
                                                                  ) {
                                                                    if (data40 < 0 || isNaN(data40)) {
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
                                                                var valid13 = _errs96 === errors;
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
                                                  var valid12 = _errs89 === errors;
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
                                        var valid0 = _errs86 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.rounds !== void 0 && func0.call(data, 'rounds')) {
                                          let data41 = data.rounds;
                                          const _errs98 = errors;
                                          if (errors === _errs98) {
                                            if (
                                              data41 &&
                                              typeof data41 == 'object' &&
                                              !Array.isArray(data41)
                                            ) {
                                              for (const key17 of Object.keys(data41)) {
                                                let data42 = data41[key17];
                                                const _errs101 = errors;
                                                if (errors === _errs101) {
                                                  if (
                                                    data42 &&
                                                    typeof data42 == 'object' &&
                                                    !Array.isArray(data42)
                                                  ) {
                                                    let missing7;
                                                    if (
                                                      ((data42.id === void 0 || !func0.call(data42, 'id')) &&
                                                        (missing7 = 'id')) ||
                                                      ((data42.role === void 0 ||
                                                        !func0.call(data42, 'role')) &&
                                                        (missing7 = 'role')) ||
                                                      ((data42.startedAt === void 0 ||
                                                        !func0.call(data42, 'startedAt')) &&
                                                        (missing7 = 'startedAt')) ||
                                                      ((data42.stage === void 0 ||
                                                        !func0.call(data42, 'stage')) &&
                                                        (missing7 = 'stage')) ||
                                                      ((data42.amount === void 0 ||
                                                        !func0.call(data42, 'amount')) &&
                                                        (missing7 = 'amount')) ||
                                                      ((data42.peers === void 0 ||
                                                        !func0.call(data42, 'peers')) &&
                                                        (missing7 = 'peers')) ||
                                                      ((data42.addresses === void 0 ||
                                                        !func0.call(data42, 'addresses')) &&
                                                        (missing7 = 'addresses')) ||
                                                      ((data42.coins === void 0 ||
                                                        !func0.call(data42, 'coins')) &&
                                                        (missing7 = 'coins')) ||
                                                      ((data42.earning === void 0 ||
                                                        !func0.call(data42, 'earning')) &&
                                                        (missing7 = 'earning')) ||
                                                      ((data42.txid === void 0 ||
                                                        !func0.call(data42, 'txid')) &&
                                                        (missing7 = 'txid')) ||
                                                      ((data42.outcome === void 0 ||
                                                        !func0.call(data42, 'outcome')) &&
                                                        (missing7 = 'outcome')) ||
                                                      ((data42.reason === void 0 ||
                                                        !func0.call(data42, 'reason')) &&
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
                                                      const _errs103 = errors;
                                                      for (const key18 of Object.keys(data42)) {
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
                                                                key17
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1'),
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
                                                      if (_errs103 === errors) {
                                                        if (
                                                          data42.id !== void 0 &&
                                                          func0.call(data42, 'id')
                                                        ) {
                                                          const _errs104 = errors;
                                                          if (typeof data42.id !== 'string') {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/rounds/' +
                                                                  key17
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1') +
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
                                                          var valid15 = _errs104 === errors;
                                                        } else {
                                                          var valid15 = true;
                                                        }
                                                        if (valid15) {
                                                          if (
                                                            data42.role !== void 0 &&
                                                            func0.call(data42, 'role')
                                                          ) {
                                                            let data44 = data42.role;
                                                            const _errs106 = errors;
                                                            if (!(data44 === 'taker' || data44 === 'maker')) {
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
                                                            var valid15 = _errs106 === errors;
                                                          } else {
                                                            var valid15 = true;
                                                          }
                                                          if (valid15) {
                                                            if (
                                                              data42.startedAt !== void 0 &&
                                                              func0.call(data42, 'startedAt')
                                                            ) {
                                                              let data45 = data42.startedAt;
                                                              const _errs107 = errors;
                                                              if (!(
                                                                typeof data45 == 'number' &&
                                                                !(data45 % 1) &&
                                                                !isNaN(data45) &&
                                                                isFinite(data45)
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
                                                              if (errors === _errs107) {
                                                                if (
                                                                  typeof data45 == 'number' &&
                                                                  isFinite(data45)
                                                                ) {
                                                                  if (data45 < 0 || isNaN(data45)) {
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
                                                              var valid15 = _errs107 === errors;
                                                            } else {
                                                              var valid15 = true;
                                                            }
                                                            if (valid15) {
                                                              if (
                                                                data42.stage !== void 0 &&
                                                                func0.call(data42, 'stage')
                                                              ) {
                                                                const _errs109 = errors;
                                                                if (typeof data42.stage !== 'string') {
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
                                                                var valid15 = _errs109 === errors;
                                                              } else {
                                                                var valid15 = true;
                                                              }
                                                              if (valid15) {
                                                                if (
                                                                  data42.amount !== void 0 &&
                                                                  func0.call(data42, 'amount')
                                                                ) {
                                                                  let data47 = data42.amount;
                                                                  const _errs111 = errors;
                                                                  if (errors === _errs111) {
                                                                    if (typeof data47 === 'string') {
                                                                      if (!pattern11.test(data47)) {
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
                                                                  var valid15 = _errs111 === errors;
                                                                } else {
                                                                  var valid15 = true;
                                                                }
                                                                if (valid15) {
                                                                  if (
                                                                    data42.peers !== void 0 &&
                                                                    func0.call(data42, 'peers')
                                                                  ) {
                                                                    let data48 = data42.peers;
                                                                    const _errs113 = errors;
                                                                    if (errors === _errs113) {
                                                                      if (Array.isArray(data48)) {
                                                                        var valid16 = true;
                                                                        const len0 = data48.length;
                                                                        for (let i0 = 0; i0 < len0; i0++) {
                                                                          const _errs115 = errors;
                                                                          if (
                                                                            typeof data48[i0] !== 'string'
                                                                          ) {
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
                                                                          var valid16 = _errs115 === errors;
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
                                                                    var valid15 = _errs113 === errors;
                                                                  } else {
                                                                    var valid15 = true;
                                                                  }
                                                                  if (valid15) {
                                                                    if (
                                                                      data42.addresses !== void 0 &&
                                                                      func0.call(data42, 'addresses')
                                                                    ) {
                                                                      let data50 = data42.addresses;
                                                                      const _errs117 = errors;
                                                                      if (errors === _errs117) {
                                                                        if (Array.isArray(data50)) {
                                                                          var valid17 = true;
                                                                          const len1 = data50.length;
                                                                          for (let i1 = 0; i1 < len1; i1++) {
                                                                            let data51 = data50[i1];
                                                                            const _errs119 = errors;
                                                                            if (errors === _errs119) {
                                                                              if (
                                                                                typeof data51 === 'string'
                                                                              ) {
                                                                                if (!pattern7.test(data51)) {
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
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/addresses/' +
                                                                                      i1,
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/addresses/items/type',
                                                                                    keyword: 'type',
                                                                                    params: {
                                                                                      type: 'string',
                                                                                    },
                                                                                    message: 'must be string',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid17 = _errs119 === errors;
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
                                                                      var valid15 = _errs117 === errors;
                                                                    } else {
                                                                      var valid15 = true;
                                                                    }
                                                                    if (valid15) {
                                                                      if (
                                                                        data42.coins !== void 0 &&
                                                                        func0.call(data42, 'coins')
                                                                      ) {
                                                                        let data52 = data42.coins;
                                                                        const _errs121 = errors;
                                                                        if (errors === _errs121) {
                                                                          if (Array.isArray(data52)) {
                                                                            var valid18 = true;
                                                                            const len2 = data52.length;
                                                                            for (
                                                                              let i2 = 0;
                                                                              i2 < len2;
                                                                              i2++
                                                                            ) {
                                                                              let data53 = data52[i2];
                                                                              const _errs123 = errors;
                                                                              if (errors === _errs123) {
                                                                                if (
                                                                                  typeof data53 === 'string'
                                                                                ) {
                                                                                  if (
                                                                                    !pattern9.test(data53)
                                                                                  ) {
                                                                                    validate20.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          instancePath +
                                                                                          '/rounds/' +
                                                                                          key17
                                                                                            .replace(
                                                                                              /~/g,
                                                                                              '~0',
                                                                                            )
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
                                                                                          .replace(
                                                                                            /\//g,
                                                                                            '~1',
                                                                                          ) +
                                                                                        '/coins/' +
                                                                                        i2,
                                                                                      schemaPath:
                                                                                        '#/properties/rounds/additionalProperties/properties/coins/items/type',
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
                                                                              }
                                                                              var valid18 =
                                                                                _errs123 === errors;
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
                                                                        var valid15 = _errs121 === errors;
                                                                      } else {
                                                                        var valid15 = true;
                                                                      }
                                                                      if (valid15) {
                                                                        if (
                                                                          data42.earning !== void 0 &&
                                                                          func0.call(data42, 'earning')
                                                                        ) {
                                                                          let data54 = data42.earning;
                                                                          const _errs125 = errors;
                                                                          const _errs126 = errors;
                                                                          let valid19 = false;
                                                                          const _errs127 = errors;
                                                                          if (errors === _errs127) {
                                                                            if (typeof data54 === 'string') {
                                                                              if (!pattern24.test(data54)) {
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
                                                                                    pattern:
                                                                                      '^-?[0-9]{1,16}$',
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
                                                                          var _valid2 = _errs127 === errors;
                                                                          valid19 = valid19 || _valid2;
                                                                          const _errs129 = errors;
                                                                          if (data54 !== null) {
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
                                                                          var _valid2 = _errs129 === errors;
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
                                                                            errors = _errs126;
                                                                            if (vErrors !== null) {
                                                                              if (_errs126) {
                                                                                vErrors.length = _errs126;
                                                                              } else {
                                                                                vErrors = null;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid15 = _errs125 === errors;
                                                                        } else {
                                                                          var valid15 = true;
                                                                        }
                                                                        if (valid15) {
                                                                          if (
                                                                            data42.txid !== void 0 &&
                                                                            func0.call(data42, 'txid')
                                                                          ) {
                                                                            let data55 = data42.txid;
                                                                            const _errs131 = errors;
                                                                            const _errs132 = errors;
                                                                            let valid20 = false;
                                                                            const _errs133 = errors;
                                                                            if (errors === _errs133) {
                                                                              if (
                                                                                typeof data55 === 'string'
                                                                              ) {
                                                                                if (!pattern14.test(data55)) {
                                                                                  const err22 = {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key17
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/txid',
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/txid/anyOf/0/pattern',
                                                                                    keyword: 'pattern',
                                                                                    params: {
                                                                                      pattern:
                                                                                        '^[0-9a-f]{64}$',
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
                                                                            var _valid3 = _errs133 === errors;
                                                                            valid20 = valid20 || _valid3;
                                                                            const _errs135 = errors;
                                                                            if (data55 !== null) {
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
                                                                            var _valid3 = _errs135 === errors;
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
                                                                              errors = _errs132;
                                                                              if (vErrors !== null) {
                                                                                if (_errs132) {
                                                                                  vErrors.length = _errs132;
                                                                                } else {
                                                                                  vErrors = null;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid15 = _errs131 === errors;
                                                                          } else {
                                                                            var valid15 = true;
                                                                          }
                                                                          if (valid15) {
                                                                            if (
                                                                              data42.outcome !== void 0 &&
                                                                              func0.call(data42, 'outcome')
                                                                            ) {
                                                                              let data56 = data42.outcome;
                                                                              const _errs137 = errors;
                                                                              if (!(
                                                                                data56 === 'open' ||
                                                                                data56 === 'done' ||
                                                                                data56 === 'failed' ||
                                                                                data56 === 'abandoned'
                                                                              )) {
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
                                                                                      '/outcome',
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/outcome/enum',
                                                                                    keyword: 'enum',
                                                                                    params: {
                                                                                      allowedValues:
                                                                                        schema31.properties
                                                                                          .rounds
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
                                                                              var valid15 =
                                                                                _errs137 === errors;
                                                                            } else {
                                                                              var valid15 = true;
                                                                            }
                                                                            if (valid15) {
                                                                              if (
                                                                                data42.reason !== void 0 &&
                                                                                func0.call(data42, 'reason')
                                                                              ) {
                                                                                let data57 = data42.reason;
                                                                                const _errs138 = errors;
                                                                                const _errs139 = errors;
                                                                                let valid21 = false;
                                                                                const _errs140 = errors;
                                                                                if (
                                                                                  typeof data57 !== 'string'
                                                                                ) {
                                                                                  const err26 = {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key17
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/reason',
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/reason/anyOf/0/type',
                                                                                    keyword: 'type',
                                                                                    params: {
                                                                                      type: 'string',
                                                                                    },
                                                                                    message: 'must be string',
                                                                                  };
                                                                                  if (vErrors === null) {
                                                                                    vErrors = [err26];
                                                                                  } else {
                                                                                    vErrors.push(err26);
                                                                                  }
                                                                                  errors++;
                                                                                }
                                                                                var _valid4 =
                                                                                  _errs140 === errors;
                                                                                valid21 = valid21 || _valid4;
                                                                                const _errs142 = errors;
                                                                                if (data57 !== null) {
                                                                                  const err27 = {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key17
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
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
                                                                                var _valid4 =
                                                                                  _errs142 === errors;
                                                                                valid21 = valid21 || _valid4;
                                                                                if (!valid21) {
                                                                                  const err28 = {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key17
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
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
                                                                                  errors = _errs139;
                                                                                  if (vErrors !== null) {
                                                                                    if (_errs139) {
                                                                                      vErrors.length =
                                                                                        _errs139;
                                                                                    } else {
                                                                                      vErrors = null;
                                                                                    }
                                                                                  }
                                                                                }
                                                                                var valid15 =
                                                                                  _errs138 === errors;
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
                                                var valid14 = _errs101 === errors;
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
                                          var valid0 = _errs98 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.history !== void 0 && func0.call(data, 'history')) {
                                            let data58 = data.history;
                                            const _errs144 = errors;
                                            if (errors === _errs144) {
                                              if (Array.isArray(data58)) {
                                                var valid22 = true;
                                                const len3 = data58.length;
                                                for (let i3 = 0; i3 < len3; i3++) {
                                                  let data59 = data58[i3];
                                                  const _errs146 = errors;
                                                  if (errors === _errs146) {
                                                    if (
                                                      data59 &&
                                                      typeof data59 == 'object' &&
                                                      !Array.isArray(data59)
                                                    ) {
                                                      let missing8;
                                                      if (
                                                        ((data59.at === void 0 ||
                                                          !func0.call(data59, 'at')) &&
                                                          (missing8 = 'at')) ||
                                                        ((data59.kind === void 0 ||
                                                          !func0.call(data59, 'kind')) &&
                                                          (missing8 = 'kind')) ||
                                                        ((data59.txid === void 0 ||
                                                          !func0.call(data59, 'txid')) &&
                                                          (missing8 = 'txid')) ||
                                                        ((data59.height === void 0 ||
                                                          !func0.call(data59, 'height')) &&
                                                          (missing8 = 'height')) ||
                                                        ((data59.delta === void 0 ||
                                                          !func0.call(data59, 'delta')) &&
                                                          (missing8 = 'delta')) ||
                                                        ((data59.amount === void 0 ||
                                                          !func0.call(data59, 'amount')) &&
                                                          (missing8 = 'amount')) ||
                                                        ((data59.minerFee === void 0 ||
                                                          !func0.call(data59, 'minerFee')) &&
                                                          (missing8 = 'minerFee')) ||
                                                        ((data59.coinjoinFee === void 0 ||
                                                          !func0.call(data59, 'coinjoinFee')) &&
                                                          (missing8 = 'coinjoinFee')) ||
                                                        ((data59.fromMixdepth === void 0 ||
                                                          !func0.call(data59, 'fromMixdepth')) &&
                                                          (missing8 = 'fromMixdepth')) ||
                                                        ((data59.toMixdepth === void 0 ||
                                                          !func0.call(data59, 'toMixdepth')) &&
                                                          (missing8 = 'toMixdepth')) ||
                                                        ((data59.peers === void 0 ||
                                                          !func0.call(data59, 'peers')) &&
                                                          (missing8 = 'peers'))
                                                      ) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/history/' + i3,
                                                            schemaPath: '#/properties/history/items/required',
                                                            keyword: 'required',
                                                            params: { missingProperty: missing8 },
                                                            message:
                                                              "must have required property '" +
                                                              missing8 +
                                                              "'",
                                                          },
                                                        ];
                                                        return false;
                                                      } else {
                                                        const _errs148 = errors;
                                                        for (const key19 of Object.keys(data59)) {
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
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs148 === errors) {
                                                          if (
                                                            data59.at !== void 0 &&
                                                            func0.call(data59, 'at')
                                                          ) {
                                                            let data60 = data59.at;
                                                            const _errs149 = errors;
                                                            if (!(
                                                              typeof data60 == 'number' &&
                                                              !(data60 % 1) &&
                                                              !isNaN(data60) &&
                                                              isFinite(data60)
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
                                                            if (errors === _errs149) {
                                                              if (
                                                                typeof data60 == 'number' &&
                                                                isFinite(data60)
                                                              ) {
                                                                if (data60 < 0 || isNaN(data60)) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/history/' +
                                                                        i3 +
                                                                        '/at',
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
                                                            var valid23 = _errs149 === errors;
                                                          } else {
                                                            var valid23 = true;
                                                          }
                                                          if (valid23) {
                                                            if (
                                                              data59.kind !== void 0 &&
                                                              func0.call(data59, 'kind')
                                                            ) {
                                                              let data61 = data59.kind;
                                                              const _errs151 = errors;
                                                              if (!(
                                                                data61 === 'deposit' ||
                                                                data61 === 'send' ||
                                                                data61 === 'coinjoin-taker' ||
                                                                data61 === 'coinjoin-maker'
                                                              )) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/history/' +
                                                                      i3 +
                                                                      '/kind',
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
                                                              var valid23 = _errs151 === errors;
                                                            } else {
                                                              var valid23 = true;
                                                            }
                                                            if (valid23) {
                                                              if (
                                                                data59.txid !== void 0 &&
                                                                func0.call(data59, 'txid')
                                                              ) {
                                                                let data62 = data59.txid;
                                                                const _errs152 = errors;
                                                                if (errors === _errs152) {
                                                                  if (typeof data62 === 'string') {
                                                                    if (!pattern14.test(data62)) {
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
                                                                          params: {
                                                                            pattern: '^[0-9a-f]{64}$',
                                                                          },
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
                                                                var valid23 = _errs152 === errors;
                                                              } else {
                                                                var valid23 = true;
                                                              }
                                                              if (valid23) {
                                                                if (
                                                                  data59.height !== void 0 &&
                                                                  func0.call(data59, 'height')
                                                                ) {
                                                                  let data63 = data59.height;
                                                                  const _errs154 = errors;
                                                                  if (
                                                                    !(
                                                                      typeof data63 == 'number' &&
                                                                      !(data63 % 1) &&
                                                                      !isNaN(data63) &&
                                                                      isFinite(data63)
                                                                    ) &&
                                                                    data63 !== null
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
                                                                          type: schema31.properties.history
                                                                            .items.properties.height.type,
                                                                        },
                                                                        message: 'must be integer,null',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                  if (errors === _errs154) {
                                                                    if (
                                                                      typeof data63 == 'number' &&
                                                                      isFinite(data63)
                                                                    ) {
                                                                      if (data63 < 0 || isNaN(data63)) {
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
                                                                  var valid23 = _errs154 === errors;
                                                                } else {
                                                                  var valid23 = true;
                                                                }
                                                                if (valid23) {
                                                                  if (
                                                                    data59.delta !== void 0 &&
                                                                    func0.call(data59, 'delta')
                                                                  ) {
                                                                    let data64 = data59.delta;
                                                                    const _errs156 = errors;
                                                                    if (errors === _errs156) {
                                                                      if (typeof data64 === 'string') {
                                                                        if (!pattern24.test(data64)) {
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
                                                                    var valid23 = _errs156 === errors;
                                                                  } else {
                                                                    var valid23 = true;
                                                                  }
                                                                  if (valid23) {
                                                                    if (
                                                                      data59.amount !== void 0 &&
                                                                      func0.call(data59, 'amount')
                                                                    ) {
                                                                      let data65 = data59.amount;
                                                                      const _errs158 = errors;
                                                                      if (errors === _errs158) {
                                                                        if (typeof data65 === 'string') {
                                                                          if (!pattern11.test(data65)) {
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
                                                                      var valid23 = _errs158 === errors;
                                                                    } else {
                                                                      var valid23 = true;
                                                                    }
                                                                    if (valid23) {
                                                                      if (
                                                                        data59.minerFee !== void 0 &&
                                                                        func0.call(data59, 'minerFee')
                                                                      ) {
                                                                        let data66 = data59.minerFee;
                                                                        const _errs160 = errors;
                                                                        const _errs161 = errors;
                                                                        let valid24 = false;
                                                                        const _errs162 = errors;
                                                                        if (errors === _errs162) {
                                                                          if (typeof data66 === 'string') {
                                                                            if (!pattern11.test(data66)) {
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
                                                                        var _valid5 = _errs162 === errors;
                                                                        valid24 = valid24 || _valid5;
                                                                        const _errs164 = errors;
                                                                        if (data66 !== null) {
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
                                                                        var _valid5 = _errs164 === errors;
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
                                                                          errors = _errs161;
                                                                          if (vErrors !== null) {
                                                                            if (_errs161) {
                                                                              vErrors.length = _errs161;
                                                                            } else {
                                                                              vErrors = null;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid23 = _errs160 === errors;
                                                                      } else {
                                                                        var valid23 = true;
                                                                      }
                                                                      if (valid23) {
                                                                        if (
                                                                          data59.coinjoinFee !== void 0 &&
                                                                          func0.call(data59, 'coinjoinFee')
                                                                        ) {
                                                                          let data67 = data59.coinjoinFee;
                                                                          const _errs166 = errors;
                                                                          const _errs167 = errors;
                                                                          let valid25 = false;
                                                                          const _errs168 = errors;
                                                                          if (errors === _errs168) {
                                                                            if (typeof data67 === 'string') {
                                                                              if (!pattern24.test(data67)) {
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
                                                                                    pattern:
                                                                                      '^-?[0-9]{1,16}$',
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
                                                                          var _valid6 = _errs168 === errors;
                                                                          valid25 = valid25 || _valid6;
                                                                          const _errs170 = errors;
                                                                          if (data67 !== null) {
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
                                                                          var _valid6 = _errs170 === errors;
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
                                                                            errors = _errs167;
                                                                            if (vErrors !== null) {
                                                                              if (_errs167) {
                                                                                vErrors.length = _errs167;
                                                                              } else {
                                                                                vErrors = null;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid23 = _errs166 === errors;
                                                                        } else {
                                                                          var valid23 = true;
                                                                        }
                                                                        if (valid23) {
                                                                          if (
                                                                            data59.fromMixdepth !== void 0 &&
                                                                            func0.call(data59, 'fromMixdepth')
                                                                          ) {
                                                                            let data68 = data59.fromMixdepth;
                                                                            const _errs172 = errors;
                                                                            if (
                                                                              !(
                                                                                typeof data68 == 'number' &&
                                                                                !(data68 % 1) &&
                                                                                !isNaN(data68) &&
                                                                                isFinite(data68)
                                                                              ) &&
                                                                              data68 !== null
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
                                                                                      .history.items
                                                                                      .properties.fromMixdepth
                                                                                      .type,
                                                                                  },
                                                                                  message:
                                                                                    'must be integer,null',
                                                                                },
                                                                              ];
                                                                              return false;
                                                                            }
                                                                            if (errors === _errs172) {
                                                                              if (
                                                                                typeof data68 == 'number' &&
                                                                                isFinite(data68)
                                                                              ) {
                                                                                if (
                                                                                  data68 < 0 ||
                                                                                  isNaN(data68)
                                                                                ) {
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
                                                                            var valid23 = _errs172 === errors;
                                                                          } else {
                                                                            var valid23 = true;
                                                                          }
                                                                          if (valid23) {
                                                                            if (
                                                                              data59.toMixdepth !== void 0 &&
                                                                              func0.call(data59, 'toMixdepth')
                                                                            ) {
                                                                              let data69 = data59.toMixdepth;
                                                                              const _errs174 = errors;
                                                                              if (
                                                                                !(
                                                                                  typeof data69 == 'number' &&
                                                                                  !(data69 % 1) &&
                                                                                  !isNaN(data69) &&
                                                                                  isFinite(data69)
                                                                                ) &&
                                                                                data69 !== null
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
                                                                                      type: schema31
                                                                                        .properties.history
                                                                                        .items.properties
                                                                                        .toMixdepth.type,
                                                                                    },
                                                                                    message:
                                                                                      'must be integer,null',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                              if (errors === _errs174) {
                                                                                if (
                                                                                  typeof data69 == 'number' &&
                                                                                  isFinite(data69)
                                                                                ) {
                                                                                  if (
                                                                                    data69 < 0 ||
                                                                                    isNaN(data69)
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
                                                                                        message:
                                                                                          'must be >= 0',
                                                                                      },
                                                                                    ];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid23 =
                                                                                _errs174 === errors;
                                                                            } else {
                                                                              var valid23 = true;
                                                                            }
                                                                            if (valid23) {
                                                                              if (
                                                                                data59.peers !== void 0 &&
                                                                                func0.call(data59, 'peers')
                                                                              ) {
                                                                                let data70 = data59.peers;
                                                                                const _errs176 = errors;
                                                                                if (errors === _errs176) {
                                                                                  if (Array.isArray(data70)) {
                                                                                    var valid26 = true;
                                                                                    const len4 =
                                                                                      data70.length;
                                                                                    for (
                                                                                      let i4 = 0;
                                                                                      i4 < len4;
                                                                                      i4++
                                                                                    ) {
                                                                                      const _errs178 = errors;
                                                                                      if (
                                                                                        typeof data70[i4] !==
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
                                                                                        _errs178 === errors;
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
                                                                                        params: {
                                                                                          type: 'array',
                                                                                        },
                                                                                        message:
                                                                                          'must be array',
                                                                                      },
                                                                                    ];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                                var valid23 =
                                                                                  _errs176 === errors;
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
                                                  var valid22 = _errs146 === errors;
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
                                            var valid0 = _errs144 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.pending !== void 0 && func0.call(data, 'pending')) {
                                              let data72 = data.pending;
                                              const _errs180 = errors;
                                              if (errors === _errs180) {
                                                if (
                                                  data72 &&
                                                  typeof data72 == 'object' &&
                                                  !Array.isArray(data72)
                                                ) {
                                                  const _errs182 = errors;
                                                  for (const key20 of Object.keys(data72)) {
                                                    if (!pattern14.test(key20)) {
                                                      validate20.errors = [
                                                        {
                                                          instancePath: instancePath + '/pending',
                                                          schemaPath:
                                                            '#/properties/pending/additionalProperties',
                                                          keyword: 'additionalProperties',
                                                          params: { additionalProperty: key20 },
                                                          message: 'must NOT have additional properties',
                                                        },
                                                      ];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs182 === errors) {
                                                    var valid27 = true;
                                                    for (const key21 of Object.keys(data72)) {
                                                      if (pattern14.test(key21)) {
                                                        let data73 = data72[key21];
                                                        const _errs183 = errors;
                                                        if (errors === _errs183) {
                                                          if (
                                                            data73 &&
                                                            typeof data73 == 'object' &&
                                                            !Array.isArray(data73)
                                                          ) {
                                                            let missing9;
                                                            if (
                                                              ((data73.raw === void 0 ||
                                                                !func0.call(data73, 'raw')) &&
                                                                (missing9 = 'raw')) ||
                                                              ((data73.at === void 0 ||
                                                                !func0.call(data73, 'at')) &&
                                                                (missing9 = 'at')) ||
                                                              ((data73.round === void 0 ||
                                                                !func0.call(data73, 'round')) &&
                                                                (missing9 = 'round')) ||
                                                              ((data73.byOwnNode === void 0 ||
                                                                !func0.call(data73, 'byOwnNode')) &&
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
                                                              const _errs185 = errors;
                                                              for (const key22 of Object.keys(data73)) {
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
                                                              if (_errs185 === errors) {
                                                                if (
                                                                  data73.raw !== void 0 &&
                                                                  func0.call(data73, 'raw')
                                                                ) {
                                                                  let data74 = data73.raw;
                                                                  const _errs186 = errors;
                                                                  if (errors === _errs186) {
                                                                    if (typeof data74 === 'string') {
                                                                      if (!pattern12.test(data74)) {
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
                                                                  var valid28 = _errs186 === errors;
                                                                } else {
                                                                  var valid28 = true;
                                                                }
                                                                if (valid28) {
                                                                  if (
                                                                    data73.at !== void 0 &&
                                                                    func0.call(data73, 'at')
                                                                  ) {
                                                                    let data75 = data73.at;
                                                                    const _errs188 = errors;
                                                                    if (!(
                                                                      typeof data75 == 'number' &&
                                                                      !(data75 % 1) &&
                                                                      !isNaN(data75) &&
                                                                      isFinite(data75)
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
                                                                    if (errors === _errs188) {
                                                                      if (
                                                                        typeof data75 == 'number' &&
                                                                        isFinite(data75)
                                                                      ) {
                                                                        if (data75 < 0 || isNaN(data75)) {
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
                                                                    var valid28 = _errs188 === errors;
                                                                  } else {
                                                                    var valid28 = true;
                                                                  }
                                                                  if (valid28) {
                                                                    if (
                                                                      data73.round !== void 0 &&
                                                                      func0.call(data73, 'round')
                                                                    ) {
                                                                      let data76 = data73.round;
                                                                      const _errs190 = errors;
                                                                      const _errs191 = errors;
                                                                      let valid29 = false;
                                                                      const _errs192 = errors;
                                                                      if (typeof data76 !== 'string') {
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
                                                                      var _valid7 = _errs192 === errors;
                                                                      valid29 = valid29 || _valid7;
                                                                      const _errs194 = errors;
                                                                      if (data76 !== null) {
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
                                                                      var _valid7 = _errs194 === errors;
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
                                                                          message:
                                                                            'must match a schema in anyOf',
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
                                                                        errors = _errs191;
                                                                        if (vErrors !== null) {
                                                                          if (_errs191) {
                                                                            vErrors.length = _errs191;
                                                                          } else {
                                                                            vErrors = null;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid28 = _errs190 === errors;
                                                                    } else {
                                                                      var valid28 = true;
                                                                    }
                                                                    if (valid28) {
                                                                      if (
                                                                        data73.byOwnNode !== void 0 &&
                                                                        func0.call(data73, 'byOwnNode')
                                                                      ) {
                                                                        const _errs196 = errors;
                                                                        if (
                                                                          typeof data73.byOwnNode !==
                                                                          'boolean'
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
                                                                        var valid28 = _errs196 === errors;
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
                                                                  key21
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1'),
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
                                                        var valid27 = _errs183 === errors;
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
                                              var valid0 = _errs180 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (
                                                data.confirmed !== void 0 &&
                                                func0.call(data, 'confirmed')
                                              ) {
                                                let data78 = data.confirmed;
                                                const _errs198 = errors;
                                                if (errors === _errs198) {
                                                  if (
                                                    data78 &&
                                                    typeof data78 == 'object' &&
                                                    !Array.isArray(data78)
                                                  ) {
                                                    const _errs200 = errors;
                                                    for (const key23 of Object.keys(data78)) {
                                                      if (!pattern14.test(key23)) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/confirmed',
                                                            schemaPath:
                                                              '#/properties/confirmed/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key23 },
                                                            message: 'must NOT have additional properties',
                                                          },
                                                        ];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs200 === errors) {
                                                      var valid30 = true;
                                                      for (const key24 of Object.keys(data78)) {
                                                        if (pattern14.test(key24)) {
                                                          let data79 = data78[key24];
                                                          const _errs201 = errors;
                                                          if (errors === _errs201) {
                                                            if (
                                                              data79 &&
                                                              typeof data79 == 'object' &&
                                                              !Array.isArray(data79)
                                                            ) {
                                                              let missing10;
                                                              if (
                                                                ((data79.raw === void 0 ||
                                                                  !func0.call(data79, 'raw')) &&
                                                                  (missing10 = 'raw')) ||
                                                                ((data79.at === void 0 ||
                                                                  !func0.call(data79, 'at')) &&
                                                                  (missing10 = 'at')) ||
                                                                ((data79.round === void 0 ||
                                                                  !func0.call(data79, 'round')) &&
                                                                  (missing10 = 'round')) ||
                                                                ((data79.byOwnNode === void 0 ||
                                                                  !func0.call(data79, 'byOwnNode')) &&
                                                                  (missing10 = 'byOwnNode')) ||
                                                                ((data79.height === void 0 ||
                                                                  !func0.call(data79, 'height')) &&
                                                                  (missing10 = 'height'))
                                                              ) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/confirmed/' +
                                                                      key24
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1'),
                                                                    schemaPath:
                                                                      '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
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
                                                                const _errs203 = errors;
                                                                for (const key25 of Object.keys(data79)) {
                                                                  if (!(
                                                                    key25 === 'raw' ||
                                                                    key25 === 'at' ||
                                                                    key25 === 'round' ||
                                                                    key25 === 'byOwnNode' ||
                                                                    key25 === 'height'
                                                                  )) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/confirmed/' +
                                                                          key24
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1'),
                                                                        schemaPath:
                                                                          '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
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
                                                                if (_errs203 === errors) {
                                                                  if (
                                                                    data79.raw !== void 0 &&
                                                                    func0.call(data79, 'raw')
                                                                  ) {
                                                                    let data80 = data79.raw;
                                                                    const _errs204 = errors;
                                                                    if (errors === _errs204) {
                                                                      if (typeof data80 === 'string') {
                                                                        if (!pattern12.test(data80)) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/confirmed/' +
                                                                                key24
                                                                                  .replace(/~/g, '~0')
                                                                                  .replace(/\//g, '~1') +
                                                                                '/raw',
                                                                              schemaPath:
                                                                                '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/raw/pattern',
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
                                                                              '/confirmed/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/raw',
                                                                            schemaPath:
                                                                              '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/raw/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                            message: 'must be string',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid31 = _errs204 === errors;
                                                                  } else {
                                                                    var valid31 = true;
                                                                  }
                                                                  if (valid31) {
                                                                    if (
                                                                      data79.at !== void 0 &&
                                                                      func0.call(data79, 'at')
                                                                    ) {
                                                                      let data81 = data79.at;
                                                                      const _errs206 = errors;
                                                                      if (!(
                                                                        typeof data81 == 'number' &&
                                                                        !(data81 % 1) &&
                                                                        !isNaN(data81) &&
                                                                        isFinite(data81)
                                                                      )) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/confirmed/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/at',
                                                                            schemaPath:
                                                                              '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'integer' },
                                                                            message: 'must be integer',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs206) {
                                                                        if (
                                                                          typeof data81 == 'number' &&
                                                                          isFinite(data81)
                                                                        ) {
                                                                          if (data81 < 0 || isNaN(data81)) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/confirmed/' +
                                                                                  key24
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/at',
                                                                                schemaPath:
                                                                                  '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/at/minimum',
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
                                                                        data79.round !== void 0 &&
                                                                        func0.call(data79, 'round')
                                                                      ) {
                                                                        let data82 = data79.round;
                                                                        const _errs208 = errors;
                                                                        const _errs209 = errors;
                                                                        let valid32 = false;
                                                                        const _errs210 = errors;
                                                                        if (typeof data82 !== 'string') {
                                                                          const err40 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/confirmed/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/round',
                                                                            schemaPath:
                                                                              '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf/0/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                            message: 'must be string',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err40];
                                                                          } else {
                                                                            vErrors.push(err40);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                        var _valid8 = _errs210 === errors;
                                                                        valid32 = valid32 || _valid8;
                                                                        const _errs212 = errors;
                                                                        if (data82 !== null) {
                                                                          const err41 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/confirmed/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/round',
                                                                            schemaPath:
                                                                              '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf/1/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'null' },
                                                                            message: 'must be null',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err41];
                                                                          } else {
                                                                            vErrors.push(err41);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                        var _valid8 = _errs212 === errors;
                                                                        valid32 = valid32 || _valid8;
                                                                        if (!valid32) {
                                                                          const err42 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/confirmed/' +
                                                                              key24
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1') +
                                                                              '/round',
                                                                            schemaPath:
                                                                              '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/round/anyOf',
                                                                            keyword: 'anyOf',
                                                                            params: {},
                                                                            message:
                                                                              'must match a schema in anyOf',
                                                                          };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err42];
                                                                          } else {
                                                                            vErrors.push(err42);
                                                                          }
                                                                          errors++;
                                                                          validate20.errors = vErrors;
                                                                          return false;
                                                                        } else {
                                                                          errors = _errs209;
                                                                          if (vErrors !== null) {
                                                                            if (_errs209) {
                                                                              vErrors.length = _errs209;
                                                                            } else {
                                                                              vErrors = null;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid31 = _errs208 === errors;
                                                                      } else {
                                                                        var valid31 = true;
                                                                      }
                                                                      if (valid31) {
                                                                        if (
                                                                          data79.byOwnNode !== void 0 &&
                                                                          func0.call(data79, 'byOwnNode')
                                                                        ) {
                                                                          const _errs214 = errors;
                                                                          if (
                                                                            typeof data79.byOwnNode !==
                                                                            'boolean'
                                                                          ) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/confirmed/' +
                                                                                  key24
                                                                                    .replace(/~/g, '~0')
                                                                                    .replace(/\//g, '~1') +
                                                                                  '/byOwnNode',
                                                                                schemaPath:
                                                                                  '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/byOwnNode/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'boolean' },
                                                                                message: 'must be boolean',
                                                                              },
                                                                            ];
                                                                            return false;
                                                                          }
                                                                          var valid31 = _errs214 === errors;
                                                                        } else {
                                                                          var valid31 = true;
                                                                        }
                                                                        if (valid31) {
                                                                          if (
                                                                            data79.height !== void 0 &&
                                                                            func0.call(data79, 'height')
                                                                          ) {
                                                                            let data84 = data79.height;
                                                                            const _errs216 = errors;
                                                                            if (!(
                                                                              typeof data84 == 'number' &&
                                                                              !(data84 % 1) &&
                                                                              !isNaN(data84) &&
                                                                              isFinite(data84)
                                                                            )) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/confirmed/' +
                                                                                    key24
                                                                                      .replace(/~/g, '~0')
                                                                                      .replace(/\//g, '~1') +
                                                                                    '/height',
                                                                                  schemaPath:
                                                                                    '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/height/type',
                                                                                  keyword: 'type',
                                                                                  params: { type: 'integer' },
                                                                                  message: 'must be integer',
                                                                                },
                                                                              ];
                                                                              return false;
                                                                            }
                                                                            if (errors === _errs216) {
                                                                              if (
                                                                                typeof data84 == 'number' &&
                                                                                isFinite(data84)
                                                                              ) {
                                                                                if (
                                                                                  data84 < 0 ||
                                                                                  isNaN(data84)
                                                                                ) {
                                                                                  validate20.errors = [
                                                                                    {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/confirmed/' +
                                                                                        key24
                                                                                          .replace(/~/g, '~0')
                                                                                          .replace(
                                                                                            /\//g,
                                                                                            '~1',
                                                                                          ) +
                                                                                        '/height',
                                                                                      schemaPath:
                                                                                        '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/height/minimum',
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
                                                                            var valid31 = _errs216 === errors;
                                                                          } else {
                                                                            var valid31 = true;
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
                                                                    '/confirmed/' +
                                                                    key24
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1'),
                                                                  schemaPath:
                                                                    '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'object' },
                                                                  message: 'must be object',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                          var valid30 = _errs201 === errors;
                                                          if (!valid30) {
                                                            break;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  } else {
                                                    validate20.errors = [
                                                      {
                                                        instancePath: instancePath + '/confirmed',
                                                        schemaPath: '#/properties/confirmed/type',
                                                        keyword: 'type',
                                                        params: { type: 'object' },
                                                        message: 'must be object',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs198 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.refused !== void 0 && func0.call(data, 'refused')) {
                                                  let data85 = data.refused;
                                                  const _errs218 = errors;
                                                  if (errors === _errs218) {
                                                    if (
                                                      data85 &&
                                                      typeof data85 == 'object' &&
                                                      !Array.isArray(data85)
                                                    ) {
                                                      const _errs220 = errors;
                                                      for (const key26 of Object.keys(data85)) {
                                                        if (!pattern14.test(key26)) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath: instancePath + '/refused',
                                                              schemaPath:
                                                                '#/properties/refused/additionalProperties',
                                                              keyword: 'additionalProperties',
                                                              params: { additionalProperty: key26 },
                                                              message: 'must NOT have additional properties',
                                                            },
                                                          ];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (_errs220 === errors) {
                                                        var valid33 = true;
                                                        for (const key27 of Object.keys(data85)) {
                                                          if (pattern14.test(key27)) {
                                                            let data86 = data85[key27];
                                                            const _errs221 = errors;
                                                            if (errors === _errs221) {
                                                              if (
                                                                data86 &&
                                                                typeof data86 == 'object' &&
                                                                !Array.isArray(data86)
                                                              ) {
                                                                let missing11;
                                                                if (
                                                                  ((data86.coins === void 0 ||
                                                                    !func0.call(data86, 'coins')) &&
                                                                    (missing11 = 'coins')) ||
                                                                  ((data86.at === void 0 ||
                                                                    !func0.call(data86, 'at')) &&
                                                                    (missing11 = 'at')) ||
                                                                  ((data86.reason === void 0 ||
                                                                    !func0.call(data86, 'reason')) &&
                                                                    (missing11 = 'reason'))
                                                                ) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/refused/' +
                                                                        key27
                                                                          .replace(/~/g, '~0')
                                                                          .replace(/\//g, '~1'),
                                                                      schemaPath:
                                                                        '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
                                                                      keyword: 'required',
                                                                      params: { missingProperty: missing11 },
                                                                      message:
                                                                        "must have required property '" +
                                                                        missing11 +
                                                                        "'",
                                                                    },
                                                                  ];
                                                                  return false;
                                                                } else {
                                                                  const _errs223 = errors;
                                                                  for (const key28 of Object.keys(data86)) {
                                                                    if (!(
                                                                      key28 === 'coins' ||
                                                                      key28 === 'at' ||
                                                                      key28 === 'reason'
                                                                    )) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/refused/' +
                                                                            key27
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1'),
                                                                          schemaPath:
                                                                            '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                          keyword: 'additionalProperties',
                                                                          params: {
                                                                            additionalProperty: key28,
                                                                          },
                                                                          message:
                                                                            'must NOT have additional properties',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                      break;
                                                                    }
                                                                  }
                                                                  if (_errs223 === errors) {
                                                                    if (
                                                                      data86.coins !== void 0 &&
                                                                      func0.call(data86, 'coins')
                                                                    ) {
                                                                      let data87 = data86.coins;
                                                                      const _errs224 = errors;
                                                                      if (errors === _errs224) {
                                                                        if (Array.isArray(data87)) {
                                                                          var valid35 = true;
                                                                          const len5 = data87.length;
                                                                          for (let i5 = 0; i5 < len5; i5++) {
                                                                            let data88 = data87[i5];
                                                                            const _errs226 = errors;
                                                                            if (errors === _errs226) {
                                                                              if (
                                                                                typeof data88 === 'string'
                                                                              ) {
                                                                                if (!pattern9.test(data88)) {
                                                                                  validate20.errors = [
                                                                                    {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/refused/' +
                                                                                        key27
                                                                                          .replace(/~/g, '~0')
                                                                                          .replace(
                                                                                            /\//g,
                                                                                            '~1',
                                                                                          ) +
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
                                                                                      key27
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/coins/' +
                                                                                      i5,
                                                                                    schemaPath:
                                                                                      '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/coins/items/type',
                                                                                    keyword: 'type',
                                                                                    params: {
                                                                                      type: 'string',
                                                                                    },
                                                                                    message: 'must be string',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid35 = _errs226 === errors;
                                                                            if (!valid35) {
                                                                              break;
                                                                            }
                                                                          }
                                                                        } else {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/refused/' +
                                                                                key27
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
                                                                      var valid34 = _errs224 === errors;
                                                                    } else {
                                                                      var valid34 = true;
                                                                    }
                                                                    if (valid34) {
                                                                      if (
                                                                        data86.at !== void 0 &&
                                                                        func0.call(data86, 'at')
                                                                      ) {
                                                                        let data89 = data86.at;
                                                                        const _errs228 = errors;
                                                                        if (!(
                                                                          typeof data89 == 'number' &&
                                                                          !(data89 % 1) &&
                                                                          !isNaN(data89) &&
                                                                          isFinite(data89)
                                                                        )) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/refused/' +
                                                                                key27
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
                                                                        if (errors === _errs228) {
                                                                          if (
                                                                            typeof data89 == 'number' &&
                                                                            isFinite(data89)
                                                                          ) {
                                                                            if (data89 < 0 || isNaN(data89)) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/refused/' +
                                                                                    key27
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
                                                                        var valid34 = _errs228 === errors;
                                                                      } else {
                                                                        var valid34 = true;
                                                                      }
                                                                      if (valid34) {
                                                                        if (
                                                                          data86.reason !== void 0 &&
                                                                          func0.call(data86, 'reason')
                                                                        ) {
                                                                          const _errs230 = errors;
                                                                          if (
                                                                            typeof data86.reason !== 'string'
                                                                          ) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/refused/' +
                                                                                  key27
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
                                                                          var valid34 = _errs230 === errors;
                                                                        } else {
                                                                          var valid34 = true;
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
                                                                      key27
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
                                                            var valid33 = _errs221 === errors;
                                                            if (!valid33) {
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
                                                  var valid0 = _errs218 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (
                                                    data.transactionLabels !== void 0 &&
                                                    func0.call(data, 'transactionLabels')
                                                  ) {
                                                    let data91 = data.transactionLabels;
                                                    const _errs232 = errors;
                                                    if (errors === _errs232) {
                                                      if (
                                                        data91 &&
                                                        typeof data91 == 'object' &&
                                                        !Array.isArray(data91)
                                                      ) {
                                                        const _errs234 = errors;
                                                        for (const key29 of Object.keys(data91)) {
                                                          if (!pattern14.test(key29)) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/transactionLabels',
                                                                schemaPath:
                                                                  '#/properties/transactionLabels/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key29 },
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs234 === errors) {
                                                          var valid36 = true;
                                                          for (const key30 of Object.keys(data91)) {
                                                            if (pattern14.test(key30)) {
                                                              const _errs235 = errors;
                                                              if (typeof data91[key30] !== 'string') {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/transactionLabels/' +
                                                                      key30
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1'),
                                                                    schemaPath:
                                                                      '#/properties/transactionLabels/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                    message: 'must be string',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid36 = _errs235 === errors;
                                                              if (!valid36) {
                                                                break;
                                                              }
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/transactionLabels',
                                                            schemaPath: '#/properties/transactionLabels/type',
                                                            keyword: 'type',
                                                            params: { type: 'object' },
                                                            message: 'must be object',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs232 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (
                                                      data.backups !== void 0 &&
                                                      func0.call(data, 'backups')
                                                    ) {
                                                      let data93 = data.backups;
                                                      const _errs237 = errors;
                                                      if (!(
                                                        typeof data93 == 'number' &&
                                                        !(data93 % 1) &&
                                                        !isNaN(data93) &&
                                                        isFinite(data93)
                                                      )) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/backups',
                                                            schemaPath: '#/properties/backups/type',
                                                            keyword: 'type',
                                                            params: { type: 'integer' },
                                                            message: 'must be integer',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      if (errors === _errs237) {
                                                        if (typeof data93 == 'number' && isFinite(data93)) {
                                                          if (data93 < 0 || isNaN(data93)) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath: instancePath + '/backups',
                                                                schemaPath: '#/properties/backups/minimum',
                                                                keyword: 'minimum',
                                                                params: { comparison: '>=', limit: 0 },
                                                                message: 'must be >= 0',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid0 = _errs237 === errors;
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
