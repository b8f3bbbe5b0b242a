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
            purpose: { enum: ['deposit', 'change', 'coinjoin', 'released'] },
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
    freezeOnSight: {
      type: 'object',
      patternProperties: { '^[0-9a-f]{64}:[0-9]{1,10}$': { const: true } },
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
          kind: { enum: ['deposit', 'send', 'coinjoin', 'coinjoin-taker', 'coinjoin-maker'] },
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
    'freezeOnSight',
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
var pattern26 = new RegExp('^-?[0-9]{1,16}$', 'u');
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
        ((data.freezeOnSight === void 0 || !func0.call(data, 'freezeOnSight')) &&
          (missing0 = 'freezeOnSight')) ||
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
                                                      data13 === 'coinjoin' ||
                                                      data13 === 'released'
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
                                if (data.freezeOnSight !== void 0 && func0.call(data, 'freezeOnSight')) {
                                  let data28 = data.freezeOnSight;
                                  const _errs64 = errors;
                                  if (errors === _errs64) {
                                    if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
                                      const _errs66 = errors;
                                      for (const key10 of Object.keys(data28)) {
                                        if (!pattern9.test(key10)) {
                                          validate20.errors = [
                                            {
                                              instancePath: instancePath + '/freezeOnSight',
                                              schemaPath: '#/properties/freezeOnSight/additionalProperties',
                                              keyword: 'additionalProperties',
                                              params: { additionalProperty: key10 },
                                              message: 'must NOT have additional properties',
                                            },
                                          ];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs66 === errors) {
                                        var valid8 = true;
                                        for (const key11 of Object.keys(data28)) {
                                          if (pattern9.test(key11)) {
                                            const _errs67 = errors;
                                            if (true !== data28[key11]) {
                                              validate20.errors = [
                                                {
                                                  instancePath:
                                                    instancePath +
                                                    '/freezeOnSight/' +
                                                    key11.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                  schemaPath:
                                                    '#/properties/freezeOnSight/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/const',
                                                  keyword: 'const',
                                                  params: { allowedValue: true },
                                                  message: 'must be equal to constant',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid8 = _errs67 === errors;
                                            if (!valid8) {
                                              break;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/freezeOnSight',
                                          schemaPath: '#/properties/freezeOnSight/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                          message: 'must be object',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs64 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.backend !== void 0 && func0.call(data, 'backend')) {
                                    let data30 = data.backend;
                                    const _errs68 = errors;
                                    if (!(data30 === 'filters' || data30 === 'descriptors')) {
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
                                    var valid0 = _errs68 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.scanned !== void 0 && func0.call(data, 'scanned')) {
                                      let data31 = data.scanned;
                                      const _errs69 = errors;
                                      const _errs70 = errors;
                                      let valid9 = false;
                                      const _errs71 = errors;
                                      if (errors === _errs71) {
                                        if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
                                          let missing4;
                                          if (
                                            ((data31.height === void 0 || !func0.call(data31, 'height')) &&
                                              (missing4 = 'height')) ||
                                            ((data31.block === void 0 || !func0.call(data31, 'block')) &&
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
                                            const _errs73 = errors;
                                            for (const key12 of Object.keys(data31)) {
                                              if (!(key12 === 'height' || key12 === 'block')) {
                                                const err10 = {
                                                  instancePath: instancePath + '/scanned',
                                                  schemaPath:
                                                    '#/properties/scanned/anyOf/0/additionalProperties',
                                                  keyword: 'additionalProperties',
                                                  params: { additionalProperty: key12 },
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
                                            if (_errs73 === errors) {
                                              if (data31.height !== void 0 && func0.call(data31, 'height')) {
                                                let data32 = data31.height;
                                                const _errs74 = errors;
                                                if (!(
                                                  typeof data32 == 'number' &&
                                                  !(data32 % 1) &&
                                                  !isNaN(data32) &&
                                                  isFinite(data32)
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
                                                if (errors === _errs74) {
                                                  if (typeof data32 == 'number' && isFinite(data32)) {
                                                    if (data32 < 0 || isNaN(data32)) {
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
                                                var valid10 = _errs74 === errors;
                                              } else {
                                                var valid10 = true;
                                              }
                                              if (valid10) {
                                                if (data31.block !== void 0 && func0.call(data31, 'block')) {
                                                  let data33 = data31.block;
                                                  const _errs76 = errors;
                                                  if (errors === _errs76) {
                                                    if (typeof data33 === 'string') {
                                                      if (!pattern14.test(data33)) {
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
                                                  var valid10 = _errs76 === errors;
                                                } else {
                                                  var valid10 = true;
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
                                      var _valid1 = _errs71 === errors;
                                      valid9 = valid9 || _valid1;
                                      const _errs78 = errors;
                                      if (data31 !== null) {
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
                                      var _valid1 = _errs78 === errors;
                                      valid9 = valid9 || _valid1;
                                      if (!valid9) {
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
                                        errors = _errs70;
                                        if (vErrors !== null) {
                                          if (_errs70) {
                                            vErrors.length = _errs70;
                                          } else {
                                            vErrors = null;
                                          }
                                        }
                                      }
                                      var valid0 = _errs69 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.leases !== void 0 && func0.call(data, 'leases')) {
                                        let data34 = data.leases;
                                        const _errs80 = errors;
                                        if (errors === _errs80) {
                                          if (data34 && typeof data34 == 'object' && !Array.isArray(data34)) {
                                            const _errs82 = errors;
                                            for (const key13 of Object.keys(data34)) {
                                              if (!pattern9.test(key13)) {
                                                validate20.errors = [
                                                  {
                                                    instancePath: instancePath + '/leases',
                                                    schemaPath: '#/properties/leases/additionalProperties',
                                                    keyword: 'additionalProperties',
                                                    params: { additionalProperty: key13 },
                                                    message: 'must NOT have additional properties',
                                                  },
                                                ];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs82 === errors) {
                                              var valid11 = true;
                                              for (const key14 of Object.keys(data34)) {
                                                if (pattern9.test(key14)) {
                                                  let data35 = data34[key14];
                                                  const _errs83 = errors;
                                                  if (errors === _errs83) {
                                                    if (
                                                      data35 &&
                                                      typeof data35 == 'object' &&
                                                      !Array.isArray(data35)
                                                    ) {
                                                      let missing5;
                                                      if (
                                                        ((data35.round === void 0 ||
                                                          !func0.call(data35, 'round')) &&
                                                          (missing5 = 'round')) ||
                                                        ((data35.until === void 0 ||
                                                          !func0.call(data35, 'until')) &&
                                                          (missing5 = 'until'))
                                                      ) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/leases/' +
                                                              key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                            schemaPath:
                                                              '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/required',
                                                            keyword: 'required',
                                                            params: { missingProperty: missing5 },
                                                            message:
                                                              "must have required property '" +
                                                              missing5 +
                                                              "'",
                                                          },
                                                        ];
                                                        return false;
                                                      } else {
                                                        const _errs85 = errors;
                                                        for (const key15 of Object.keys(data35)) {
                                                          if (!(key15 === 'round' || key15 === 'until')) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/leases/' +
                                                                  key14
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1'),
                                                                schemaPath:
                                                                  '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key15 },
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs85 === errors) {
                                                          if (
                                                            data35.round !== void 0 &&
                                                            func0.call(data35, 'round')
                                                          ) {
                                                            const _errs86 = errors;
                                                            if (typeof data35.round !== 'string') {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/leases/' +
                                                                    key14
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
                                                            var valid12 = _errs86 === errors;
                                                          } else {
                                                            var valid12 = true;
                                                          }
                                                          if (valid12) {
                                                            if (
                                                              data35.until !== void 0 &&
                                                              func0.call(data35, 'until')
                                                            ) {
                                                              let data37 = data35.until;
                                                              const _errs88 = errors;
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
                                                                      '/leases/' +
                                                                      key14
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
                                                              if (errors === _errs88) {
                                                                if (
                                                                  typeof data37 == 'number' &&
                                                                  isFinite(data37)
                                                                ) {
                                                                  if (data37 < 0 || isNaN(data37)) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/leases/' +
                                                                          key14
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/until',
                                                                        schemaPath:
                                                                          '#/properties/leases/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%3A%5B0-9%5D%7B1%2C10%7D%24/properties/until/minimum',
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
                                                              var valid12 = _errs88 === errors;
                                                            } else {
                                                              var valid12 = true;
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
                                                            key14.replace(/~/g, '~0').replace(/\//g, '~1'),
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
                                                  var valid11 = _errs83 === errors;
                                                  if (!valid11) {
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
                                        var valid0 = _errs80 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.commitments !== void 0 && func0.call(data, 'commitments')) {
                                          let data38 = data.commitments;
                                          const _errs90 = errors;
                                          if (errors === _errs90) {
                                            if (
                                              data38 &&
                                              typeof data38 == 'object' &&
                                              !Array.isArray(data38)
                                            ) {
                                              const _errs92 = errors;
                                              for (const key16 of Object.keys(data38)) {
                                                if (!pattern14.test(key16)) {
                                                  validate20.errors = [
                                                    {
                                                      instancePath: instancePath + '/commitments',
                                                      schemaPath:
                                                        '#/properties/commitments/additionalProperties',
                                                      keyword: 'additionalProperties',
                                                      params: { additionalProperty: key16 },
                                                      message: 'must NOT have additional properties',
                                                    },
                                                  ];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs92 === errors) {
                                                var valid13 = true;
                                                for (const key17 of Object.keys(data38)) {
                                                  if (pattern14.test(key17)) {
                                                    let data39 = data38[key17];
                                                    const _errs93 = errors;
                                                    if (errors === _errs93) {
                                                      if (
                                                        data39 &&
                                                        typeof data39 == 'object' &&
                                                        !Array.isArray(data39)
                                                      ) {
                                                        let missing6;
                                                        if (
                                                          ((data39.outpoint === void 0 ||
                                                            !func0.call(data39, 'outpoint')) &&
                                                            (missing6 = 'outpoint')) ||
                                                          ((data39.index === void 0 ||
                                                            !func0.call(data39, 'index')) &&
                                                            (missing6 = 'index')) ||
                                                          ((data39.at === void 0 ||
                                                            !func0.call(data39, 'at')) &&
                                                            (missing6 = 'at'))
                                                        ) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/commitments/' +
                                                                key17
                                                                  .replace(/~/g, '~0')
                                                                  .replace(/\//g, '~1'),
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
                                                          const _errs95 = errors;
                                                          for (const key18 of Object.keys(data39)) {
                                                            if (!(
                                                              key18 === 'outpoint' ||
                                                              key18 === 'index' ||
                                                              key18 === 'at'
                                                            )) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/commitments/' +
                                                                    key17
                                                                      .replace(/~/g, '~0')
                                                                      .replace(/\//g, '~1'),
                                                                  schemaPath:
                                                                    '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                  keyword: 'additionalProperties',
                                                                  params: { additionalProperty: key18 },
                                                                  message:
                                                                    'must NOT have additional properties',
                                                                },
                                                              ];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs95 === errors) {
                                                            if (
                                                              data39.outpoint !== void 0 &&
                                                              func0.call(data39, 'outpoint')
                                                            ) {
                                                              let data40 = data39.outpoint;
                                                              const _errs96 = errors;
                                                              if (errors === _errs96) {
                                                                if (typeof data40 === 'string') {
                                                                  if (!pattern9.test(data40)) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/commitments/' +
                                                                          key17
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1') +
                                                                          '/outpoint',
                                                                        schemaPath:
                                                                          '#/properties/commitments/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/outpoint/pattern',
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
                                                                        '/commitments/' +
                                                                        key17
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
                                                              var valid14 = _errs96 === errors;
                                                            } else {
                                                              var valid14 = true;
                                                            }
                                                            if (valid14) {
                                                              if (
                                                                data39.index !== void 0 &&
                                                                func0.call(data39, 'index')
                                                              ) {
                                                                let data41 = data39.index;
                                                                const _errs98 = errors;
                                                                if (!(
                                                                  typeof data41 == 'number' &&
                                                                  !(data41 % 1) &&
                                                                  !isNaN(data41) &&
                                                                  isFinite(data41)
                                                                )) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/commitments/' +
                                                                        key17
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
                                                                if (errors === _errs98) {
                                                                  if (
                                                                    typeof data41 == 'number' &&
                                                                    isFinite(data41)
                                                                  ) {
                                                                    if (data41 < 0 || isNaN(data41)) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/commitments/' +
                                                                            key17
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
                                                                var valid14 = _errs98 === errors;
                                                              } else {
                                                                var valid14 = true;
                                                              }
                                                              if (valid14) {
                                                                if (
                                                                  data39.at !== void 0 &&
                                                                  func0.call(data39, 'at')
                                                                ) {
                                                                  let data42 = data39.at;
                                                                  const _errs100 = errors;
                                                                  if (!(
                                                                    typeof data42 == 'number' &&
                                                                    !(data42 % 1) &&
                                                                    !isNaN(data42) &&
                                                                    isFinite(data42)
                                                                  )) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/commitments/' +
                                                                          key17
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
                                                                  if (errors === _errs100) {
                                                                    if (
                                                                      typeof data42 == 'number' &&
                                                                      isFinite(data42)
                                                                    ) {
                                                                      if (data42 < 0 || isNaN(data42)) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/commitments/' +
                                                                              key17
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
                                                                  var valid14 = _errs100 === errors;
                                                                } else {
                                                                  var valid14 = true;
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
                                                              key17.replace(/~/g, '~0').replace(/\//g, '~1'),
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
                                                    var valid13 = _errs93 === errors;
                                                    if (!valid13) {
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
                                          var valid0 = _errs90 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.rounds !== void 0 && func0.call(data, 'rounds')) {
                                            let data43 = data.rounds;
                                            const _errs102 = errors;
                                            if (errors === _errs102) {
                                              if (
                                                data43 &&
                                                typeof data43 == 'object' &&
                                                !Array.isArray(data43)
                                              ) {
                                                for (const key19 of Object.keys(data43)) {
                                                  let data44 = data43[key19];
                                                  const _errs105 = errors;
                                                  if (errors === _errs105) {
                                                    if (
                                                      data44 &&
                                                      typeof data44 == 'object' &&
                                                      !Array.isArray(data44)
                                                    ) {
                                                      let missing7;
                                                      if (
                                                        ((data44.id === void 0 ||
                                                          !func0.call(data44, 'id')) &&
                                                          (missing7 = 'id')) ||
                                                        ((data44.role === void 0 ||
                                                          !func0.call(data44, 'role')) &&
                                                          (missing7 = 'role')) ||
                                                        ((data44.startedAt === void 0 ||
                                                          !func0.call(data44, 'startedAt')) &&
                                                          (missing7 = 'startedAt')) ||
                                                        ((data44.stage === void 0 ||
                                                          !func0.call(data44, 'stage')) &&
                                                          (missing7 = 'stage')) ||
                                                        ((data44.amount === void 0 ||
                                                          !func0.call(data44, 'amount')) &&
                                                          (missing7 = 'amount')) ||
                                                        ((data44.peers === void 0 ||
                                                          !func0.call(data44, 'peers')) &&
                                                          (missing7 = 'peers')) ||
                                                        ((data44.addresses === void 0 ||
                                                          !func0.call(data44, 'addresses')) &&
                                                          (missing7 = 'addresses')) ||
                                                        ((data44.coins === void 0 ||
                                                          !func0.call(data44, 'coins')) &&
                                                          (missing7 = 'coins')) ||
                                                        ((data44.earning === void 0 ||
                                                          !func0.call(data44, 'earning')) &&
                                                          (missing7 = 'earning')) ||
                                                        ((data44.txid === void 0 ||
                                                          !func0.call(data44, 'txid')) &&
                                                          (missing7 = 'txid')) ||
                                                        ((data44.outcome === void 0 ||
                                                          !func0.call(data44, 'outcome')) &&
                                                          (missing7 = 'outcome')) ||
                                                        ((data44.reason === void 0 ||
                                                          !func0.call(data44, 'reason')) &&
                                                          (missing7 = 'reason'))
                                                      ) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/rounds/' +
                                                              key19.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                            schemaPath:
                                                              '#/properties/rounds/additionalProperties/required',
                                                            keyword: 'required',
                                                            params: { missingProperty: missing7 },
                                                            message:
                                                              "must have required property '" +
                                                              missing7 +
                                                              "'",
                                                          },
                                                        ];
                                                        return false;
                                                      } else {
                                                        const _errs107 = errors;
                                                        for (const key20 of Object.keys(data44)) {
                                                          if (
                                                            !func0.call(
                                                              schema31.properties.rounds.additionalProperties
                                                                .properties,
                                                              key20,
                                                            )
                                                          ) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/rounds/' +
                                                                  key19
                                                                    .replace(/~/g, '~0')
                                                                    .replace(/\//g, '~1'),
                                                                schemaPath:
                                                                  '#/properties/rounds/additionalProperties/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key20 },
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs107 === errors) {
                                                          if (
                                                            data44.id !== void 0 &&
                                                            func0.call(data44, 'id')
                                                          ) {
                                                            const _errs108 = errors;
                                                            if (typeof data44.id !== 'string') {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/rounds/' +
                                                                    key19
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
                                                            var valid16 = _errs108 === errors;
                                                          } else {
                                                            var valid16 = true;
                                                          }
                                                          if (valid16) {
                                                            if (
                                                              data44.role !== void 0 &&
                                                              func0.call(data44, 'role')
                                                            ) {
                                                              let data46 = data44.role;
                                                              const _errs110 = errors;
                                                              if (!(
                                                                data46 === 'taker' || data46 === 'maker'
                                                              )) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/rounds/' +
                                                                      key19
                                                                        .replace(/~/g, '~0')
                                                                        .replace(/\//g, '~1') +
                                                                      '/role',
                                                                    schemaPath:
                                                                      '#/properties/rounds/additionalProperties/properties/role/enum',
                                                                    keyword: 'enum',
                                                                    params: {
                                                                      allowedValues:
                                                                        schema31.properties.rounds
                                                                          .additionalProperties.properties
                                                                          .role.enum,
                                                                    },
                                                                    message:
                                                                      'must be equal to one of the allowed values',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid16 = _errs110 === errors;
                                                            } else {
                                                              var valid16 = true;
                                                            }
                                                            if (valid16) {
                                                              if (
                                                                data44.startedAt !== void 0 &&
                                                                func0.call(data44, 'startedAt')
                                                              ) {
                                                                let data47 = data44.startedAt;
                                                                const _errs111 = errors;
                                                                if (!(
                                                                  typeof data47 == 'number' &&
                                                                  !(data47 % 1) &&
                                                                  !isNaN(data47) &&
                                                                  isFinite(data47)
                                                                )) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/rounds/' +
                                                                        key19
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
                                                                if (errors === _errs111) {
                                                                  if (
                                                                    typeof data47 == 'number' &&
                                                                    isFinite(data47)
                                                                  ) {
                                                                    if (data47 < 0 || isNaN(data47)) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/rounds/' +
                                                                            key19
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
                                                                var valid16 = _errs111 === errors;
                                                              } else {
                                                                var valid16 = true;
                                                              }
                                                              if (valid16) {
                                                                if (
                                                                  data44.stage !== void 0 &&
                                                                  func0.call(data44, 'stage')
                                                                ) {
                                                                  const _errs113 = errors;
                                                                  if (typeof data44.stage !== 'string') {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/rounds/' +
                                                                          key19
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
                                                                  var valid16 = _errs113 === errors;
                                                                } else {
                                                                  var valid16 = true;
                                                                }
                                                                if (valid16) {
                                                                  if (
                                                                    data44.amount !== void 0 &&
                                                                    func0.call(data44, 'amount')
                                                                  ) {
                                                                    let data49 = data44.amount;
                                                                    const _errs115 = errors;
                                                                    if (errors === _errs115) {
                                                                      if (typeof data49 === 'string') {
                                                                        if (!pattern11.test(data49)) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/rounds/' +
                                                                                key19
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
                                                                              key19
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
                                                                    var valid16 = _errs115 === errors;
                                                                  } else {
                                                                    var valid16 = true;
                                                                  }
                                                                  if (valid16) {
                                                                    if (
                                                                      data44.peers !== void 0 &&
                                                                      func0.call(data44, 'peers')
                                                                    ) {
                                                                      let data50 = data44.peers;
                                                                      const _errs117 = errors;
                                                                      if (errors === _errs117) {
                                                                        if (Array.isArray(data50)) {
                                                                          var valid17 = true;
                                                                          const len0 = data50.length;
                                                                          for (let i0 = 0; i0 < len0; i0++) {
                                                                            const _errs119 = errors;
                                                                            if (
                                                                              typeof data50[i0] !== 'string'
                                                                            ) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key19
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
                                                                                key19
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
                                                                      var valid16 = _errs117 === errors;
                                                                    } else {
                                                                      var valid16 = true;
                                                                    }
                                                                    if (valid16) {
                                                                      if (
                                                                        data44.addresses !== void 0 &&
                                                                        func0.call(data44, 'addresses')
                                                                      ) {
                                                                        let data52 = data44.addresses;
                                                                        const _errs121 = errors;
                                                                        if (errors === _errs121) {
                                                                          if (Array.isArray(data52)) {
                                                                            var valid18 = true;
                                                                            const len1 = data52.length;
                                                                            for (
                                                                              let i1 = 0;
                                                                              i1 < len1;
                                                                              i1++
                                                                            ) {
                                                                              let data53 = data52[i1];
                                                                              const _errs123 = errors;
                                                                              if (errors === _errs123) {
                                                                                if (
                                                                                  typeof data53 === 'string'
                                                                                ) {
                                                                                  if (
                                                                                    !pattern7.test(data53)
                                                                                  ) {
                                                                                    validate20.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          instancePath +
                                                                                          '/rounds/' +
                                                                                          key19
                                                                                            .replace(
                                                                                              /~/g,
                                                                                              '~0',
                                                                                            )
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
                                                                                        key19
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
                                                                                  key19
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
                                                                        var valid16 = _errs121 === errors;
                                                                      } else {
                                                                        var valid16 = true;
                                                                      }
                                                                      if (valid16) {
                                                                        if (
                                                                          data44.coins !== void 0 &&
                                                                          func0.call(data44, 'coins')
                                                                        ) {
                                                                          let data54 = data44.coins;
                                                                          const _errs125 = errors;
                                                                          if (errors === _errs125) {
                                                                            if (Array.isArray(data54)) {
                                                                              var valid19 = true;
                                                                              const len2 = data54.length;
                                                                              for (
                                                                                let i2 = 0;
                                                                                i2 < len2;
                                                                                i2++
                                                                              ) {
                                                                                let data55 = data54[i2];
                                                                                const _errs127 = errors;
                                                                                if (errors === _errs127) {
                                                                                  if (
                                                                                    typeof data55 === 'string'
                                                                                  ) {
                                                                                    if (
                                                                                      !pattern9.test(data55)
                                                                                    ) {
                                                                                      validate20.errors = [
                                                                                        {
                                                                                          instancePath:
                                                                                            instancePath +
                                                                                            '/rounds/' +
                                                                                            key19
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
                                                                                          key19
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
                                                                                var valid19 =
                                                                                  _errs127 === errors;
                                                                                if (!valid19) {
                                                                                  break;
                                                                                }
                                                                              }
                                                                            } else {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key19
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
                                                                          var valid16 = _errs125 === errors;
                                                                        } else {
                                                                          var valid16 = true;
                                                                        }
                                                                        if (valid16) {
                                                                          if (
                                                                            data44.earning !== void 0 &&
                                                                            func0.call(data44, 'earning')
                                                                          ) {
                                                                            let data56 = data44.earning;
                                                                            const _errs129 = errors;
                                                                            const _errs130 = errors;
                                                                            let valid20 = false;
                                                                            const _errs131 = errors;
                                                                            if (errors === _errs131) {
                                                                              if (
                                                                                typeof data56 === 'string'
                                                                              ) {
                                                                                if (!pattern26.test(data56)) {
                                                                                  const err18 = {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/rounds/' +
                                                                                      key19
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
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
                                                                                    key19
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
                                                                            var _valid2 = _errs131 === errors;
                                                                            valid20 = valid20 || _valid2;
                                                                            const _errs133 = errors;
                                                                            if (data56 !== null) {
                                                                              const err20 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key19
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
                                                                            var _valid2 = _errs133 === errors;
                                                                            valid20 = valid20 || _valid2;
                                                                            if (!valid20) {
                                                                              const err21 = {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/rounds/' +
                                                                                  key19
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
                                                                              errors = _errs130;
                                                                              if (vErrors !== null) {
                                                                                if (_errs130) {
                                                                                  vErrors.length = _errs130;
                                                                                } else {
                                                                                  vErrors = null;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid16 = _errs129 === errors;
                                                                          } else {
                                                                            var valid16 = true;
                                                                          }
                                                                          if (valid16) {
                                                                            if (
                                                                              data44.txid !== void 0 &&
                                                                              func0.call(data44, 'txid')
                                                                            ) {
                                                                              let data57 = data44.txid;
                                                                              const _errs135 = errors;
                                                                              const _errs136 = errors;
                                                                              let valid21 = false;
                                                                              const _errs137 = errors;
                                                                              if (errors === _errs137) {
                                                                                if (
                                                                                  typeof data57 === 'string'
                                                                                ) {
                                                                                  if (
                                                                                    !pattern14.test(data57)
                                                                                  ) {
                                                                                    const err22 = {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/rounds/' +
                                                                                        key19
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
                                                                                      key19
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/txid',
                                                                                    schemaPath:
                                                                                      '#/properties/rounds/additionalProperties/properties/txid/anyOf/0/type',
                                                                                    keyword: 'type',
                                                                                    params: {
                                                                                      type: 'string',
                                                                                    },
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
                                                                              var _valid3 =
                                                                                _errs137 === errors;
                                                                              valid21 = valid21 || _valid3;
                                                                              const _errs139 = errors;
                                                                              if (data57 !== null) {
                                                                                const err24 = {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key19
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
                                                                              var _valid3 =
                                                                                _errs139 === errors;
                                                                              valid21 = valid21 || _valid3;
                                                                              if (!valid21) {
                                                                                const err25 = {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/rounds/' +
                                                                                    key19
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
                                                                                errors = _errs136;
                                                                                if (vErrors !== null) {
                                                                                  if (_errs136) {
                                                                                    vErrors.length = _errs136;
                                                                                  } else {
                                                                                    vErrors = null;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid16 =
                                                                                _errs135 === errors;
                                                                            } else {
                                                                              var valid16 = true;
                                                                            }
                                                                            if (valid16) {
                                                                              if (
                                                                                data44.outcome !== void 0 &&
                                                                                func0.call(data44, 'outcome')
                                                                              ) {
                                                                                let data58 = data44.outcome;
                                                                                const _errs141 = errors;
                                                                                if (!(
                                                                                  data58 === 'open' ||
                                                                                  data58 === 'done' ||
                                                                                  data58 === 'failed' ||
                                                                                  data58 === 'abandoned'
                                                                                )) {
                                                                                  validate20.errors = [
                                                                                    {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/rounds/' +
                                                                                        key19
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
                                                                                            .properties
                                                                                            .outcome.enum,
                                                                                      },
                                                                                      message:
                                                                                        'must be equal to one of the allowed values',
                                                                                    },
                                                                                  ];
                                                                                  return false;
                                                                                }
                                                                                var valid16 =
                                                                                  _errs141 === errors;
                                                                              } else {
                                                                                var valid16 = true;
                                                                              }
                                                                              if (valid16) {
                                                                                if (
                                                                                  data44.reason !== void 0 &&
                                                                                  func0.call(data44, 'reason')
                                                                                ) {
                                                                                  let data59 = data44.reason;
                                                                                  const _errs142 = errors;
                                                                                  const _errs143 = errors;
                                                                                  let valid22 = false;
                                                                                  const _errs144 = errors;
                                                                                  if (
                                                                                    typeof data59 !== 'string'
                                                                                  ) {
                                                                                    const err26 = {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/rounds/' +
                                                                                        key19
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
                                                                                      message:
                                                                                        'must be string',
                                                                                    };
                                                                                    if (vErrors === null) {
                                                                                      vErrors = [err26];
                                                                                    } else {
                                                                                      vErrors.push(err26);
                                                                                    }
                                                                                    errors++;
                                                                                  }
                                                                                  var _valid4 =
                                                                                    _errs144 === errors;
                                                                                  valid22 =
                                                                                    valid22 || _valid4;
                                                                                  const _errs146 = errors;
                                                                                  if (data59 !== null) {
                                                                                    const err27 = {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/rounds/' +
                                                                                        key19
                                                                                          .replace(/~/g, '~0')
                                                                                          .replace(
                                                                                            /\//g,
                                                                                            '~1',
                                                                                          ) +
                                                                                        '/reason',
                                                                                      schemaPath:
                                                                                        '#/properties/rounds/additionalProperties/properties/reason/anyOf/1/type',
                                                                                      keyword: 'type',
                                                                                      params: {
                                                                                        type: 'null',
                                                                                      },
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
                                                                                    _errs146 === errors;
                                                                                  valid22 =
                                                                                    valid22 || _valid4;
                                                                                  if (!valid22) {
                                                                                    const err28 = {
                                                                                      instancePath:
                                                                                        instancePath +
                                                                                        '/rounds/' +
                                                                                        key19
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
                                                                                    validate20.errors =
                                                                                      vErrors;
                                                                                    return false;
                                                                                  } else {
                                                                                    errors = _errs143;
                                                                                    if (vErrors !== null) {
                                                                                      if (_errs143) {
                                                                                        vErrors.length =
                                                                                          _errs143;
                                                                                      } else {
                                                                                        vErrors = null;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                  var valid16 =
                                                                                    _errs142 === errors;
                                                                                } else {
                                                                                  var valid16 = true;
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
                                                            key19.replace(/~/g, '~0').replace(/\//g, '~1'),
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
                                                  var valid15 = _errs105 === errors;
                                                  if (!valid15) {
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
                                            var valid0 = _errs102 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.history !== void 0 && func0.call(data, 'history')) {
                                              let data60 = data.history;
                                              const _errs148 = errors;
                                              if (errors === _errs148) {
                                                if (Array.isArray(data60)) {
                                                  var valid23 = true;
                                                  const len3 = data60.length;
                                                  for (let i3 = 0; i3 < len3; i3++) {
                                                    let data61 = data60[i3];
                                                    const _errs150 = errors;
                                                    if (errors === _errs150) {
                                                      if (
                                                        data61 &&
                                                        typeof data61 == 'object' &&
                                                        !Array.isArray(data61)
                                                      ) {
                                                        let missing8;
                                                        if (
                                                          ((data61.at === void 0 ||
                                                            !func0.call(data61, 'at')) &&
                                                            (missing8 = 'at')) ||
                                                          ((data61.kind === void 0 ||
                                                            !func0.call(data61, 'kind')) &&
                                                            (missing8 = 'kind')) ||
                                                          ((data61.txid === void 0 ||
                                                            !func0.call(data61, 'txid')) &&
                                                            (missing8 = 'txid')) ||
                                                          ((data61.height === void 0 ||
                                                            !func0.call(data61, 'height')) &&
                                                            (missing8 = 'height')) ||
                                                          ((data61.delta === void 0 ||
                                                            !func0.call(data61, 'delta')) &&
                                                            (missing8 = 'delta')) ||
                                                          ((data61.amount === void 0 ||
                                                            !func0.call(data61, 'amount')) &&
                                                            (missing8 = 'amount')) ||
                                                          ((data61.minerFee === void 0 ||
                                                            !func0.call(data61, 'minerFee')) &&
                                                            (missing8 = 'minerFee')) ||
                                                          ((data61.coinjoinFee === void 0 ||
                                                            !func0.call(data61, 'coinjoinFee')) &&
                                                            (missing8 = 'coinjoinFee')) ||
                                                          ((data61.fromMixdepth === void 0 ||
                                                            !func0.call(data61, 'fromMixdepth')) &&
                                                            (missing8 = 'fromMixdepth')) ||
                                                          ((data61.toMixdepth === void 0 ||
                                                            !func0.call(data61, 'toMixdepth')) &&
                                                            (missing8 = 'toMixdepth')) ||
                                                          ((data61.peers === void 0 ||
                                                            !func0.call(data61, 'peers')) &&
                                                            (missing8 = 'peers'))
                                                        ) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath: instancePath + '/history/' + i3,
                                                              schemaPath:
                                                                '#/properties/history/items/required',
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
                                                          const _errs152 = errors;
                                                          for (const key21 of Object.keys(data61)) {
                                                            if (
                                                              !func0.call(
                                                                schema31.properties.history.items.properties,
                                                                key21,
                                                              )
                                                            ) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/history/' + i3,
                                                                  schemaPath:
                                                                    '#/properties/history/items/additionalProperties',
                                                                  keyword: 'additionalProperties',
                                                                  params: { additionalProperty: key21 },
                                                                  message:
                                                                    'must NOT have additional properties',
                                                                },
                                                              ];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs152 === errors) {
                                                            if (
                                                              data61.at !== void 0 &&
                                                              func0.call(data61, 'at')
                                                            ) {
                                                              let data62 = data61.at;
                                                              const _errs153 = errors;
                                                              if (!(
                                                                typeof data62 == 'number' &&
                                                                !(data62 % 1) &&
                                                                !isNaN(data62) &&
                                                                isFinite(data62)
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
                                                              if (errors === _errs153) {
                                                                if (
                                                                  typeof data62 == 'number' &&
                                                                  isFinite(data62)
                                                                ) {
                                                                  if (data62 < 0 || isNaN(data62)) {
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
                                                              var valid24 = _errs153 === errors;
                                                            } else {
                                                              var valid24 = true;
                                                            }
                                                            if (valid24) {
                                                              if (
                                                                data61.kind !== void 0 &&
                                                                func0.call(data61, 'kind')
                                                              ) {
                                                                let data63 = data61.kind;
                                                                const _errs155 = errors;
                                                                if (!(
                                                                  data63 === 'deposit' ||
                                                                  data63 === 'send' ||
                                                                  data63 === 'coinjoin' ||
                                                                  data63 === 'coinjoin-taker' ||
                                                                  data63 === 'coinjoin-maker'
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
                                                                var valid24 = _errs155 === errors;
                                                              } else {
                                                                var valid24 = true;
                                                              }
                                                              if (valid24) {
                                                                if (
                                                                  data61.txid !== void 0 &&
                                                                  func0.call(data61, 'txid')
                                                                ) {
                                                                  let data64 = data61.txid;
                                                                  const _errs156 = errors;
                                                                  if (errors === _errs156) {
                                                                    if (typeof data64 === 'string') {
                                                                      if (!pattern14.test(data64)) {
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
                                                                  var valid24 = _errs156 === errors;
                                                                } else {
                                                                  var valid24 = true;
                                                                }
                                                                if (valid24) {
                                                                  if (
                                                                    data61.height !== void 0 &&
                                                                    func0.call(data61, 'height')
                                                                  ) {
                                                                    let data65 = data61.height;
                                                                    const _errs158 = errors;
                                                                    if (
                                                                      !(
                                                                        typeof data65 == 'number' &&
                                                                        !(data65 % 1) &&
                                                                        !isNaN(data65) &&
                                                                        isFinite(data65)
                                                                      ) &&
                                                                      data65 !== null
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
                                                                    if (errors === _errs158) {
                                                                      if (
                                                                        typeof data65 == 'number' &&
                                                                        isFinite(data65)
                                                                      ) {
                                                                        if (data65 < 0 || isNaN(data65)) {
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
                                                                    var valid24 = _errs158 === errors;
                                                                  } else {
                                                                    var valid24 = true;
                                                                  }
                                                                  if (valid24) {
                                                                    if (
                                                                      data61.delta !== void 0 &&
                                                                      func0.call(data61, 'delta')
                                                                    ) {
                                                                      let data66 = data61.delta;
                                                                      const _errs160 = errors;
                                                                      if (errors === _errs160) {
                                                                        if (typeof data66 === 'string') {
                                                                          if (!pattern26.test(data66)) {
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
                                                                      var valid24 = _errs160 === errors;
                                                                    } else {
                                                                      var valid24 = true;
                                                                    }
                                                                    if (valid24) {
                                                                      if (
                                                                        data61.amount !== void 0 &&
                                                                        func0.call(data61, 'amount')
                                                                      ) {
                                                                        let data67 = data61.amount;
                                                                        const _errs162 = errors;
                                                                        if (errors === _errs162) {
                                                                          if (typeof data67 === 'string') {
                                                                            if (!pattern11.test(data67)) {
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
                                                                        var valid24 = _errs162 === errors;
                                                                      } else {
                                                                        var valid24 = true;
                                                                      }
                                                                      if (valid24) {
                                                                        if (
                                                                          data61.minerFee !== void 0 &&
                                                                          func0.call(data61, 'minerFee')
                                                                        ) {
                                                                          let data68 = data61.minerFee;
                                                                          const _errs164 = errors;
                                                                          const _errs165 = errors;
                                                                          let valid25 = false;
                                                                          const _errs166 = errors;
                                                                          if (errors === _errs166) {
                                                                            if (typeof data68 === 'string') {
                                                                              if (!pattern11.test(data68)) {
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
                                                                          var _valid5 = _errs166 === errors;
                                                                          valid25 = valid25 || _valid5;
                                                                          const _errs168 = errors;
                                                                          if (data68 !== null) {
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
                                                                          var _valid5 = _errs168 === errors;
                                                                          valid25 = valid25 || _valid5;
                                                                          if (!valid25) {
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
                                                                            errors = _errs165;
                                                                            if (vErrors !== null) {
                                                                              if (_errs165) {
                                                                                vErrors.length = _errs165;
                                                                              } else {
                                                                                vErrors = null;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid24 = _errs164 === errors;
                                                                        } else {
                                                                          var valid24 = true;
                                                                        }
                                                                        if (valid24) {
                                                                          if (
                                                                            data61.coinjoinFee !== void 0 &&
                                                                            func0.call(data61, 'coinjoinFee')
                                                                          ) {
                                                                            let data69 = data61.coinjoinFee;
                                                                            const _errs170 = errors;
                                                                            const _errs171 = errors;
                                                                            let valid26 = false;
                                                                            const _errs172 = errors;
                                                                            if (errors === _errs172) {
                                                                              if (
                                                                                typeof data69 === 'string'
                                                                              ) {
                                                                                if (!pattern26.test(data69)) {
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
                                                                            var _valid6 = _errs172 === errors;
                                                                            valid26 = valid26 || _valid6;
                                                                            const _errs174 = errors;
                                                                            if (data69 !== null) {
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
                                                                            var _valid6 = _errs174 === errors;
                                                                            valid26 = valid26 || _valid6;
                                                                            if (!valid26) {
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
                                                                              errors = _errs171;
                                                                              if (vErrors !== null) {
                                                                                if (_errs171) {
                                                                                  vErrors.length = _errs171;
                                                                                } else {
                                                                                  vErrors = null;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid24 = _errs170 === errors;
                                                                          } else {
                                                                            var valid24 = true;
                                                                          }
                                                                          if (valid24) {
                                                                            if (
                                                                              data61.fromMixdepth !==
                                                                                void 0 &&
                                                                              func0.call(
                                                                                data61,
                                                                                'fromMixdepth',
                                                                              )
                                                                            ) {
                                                                              let data70 =
                                                                                data61.fromMixdepth;
                                                                              const _errs176 = errors;
                                                                              if (
                                                                                !(
                                                                                  typeof data70 == 'number' &&
                                                                                  !(data70 % 1) &&
                                                                                  !isNaN(data70) &&
                                                                                  isFinite(data70)
                                                                                ) &&
                                                                                data70 !== null
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
                                                                                      type: schema31
                                                                                        .properties.history
                                                                                        .items.properties
                                                                                        .fromMixdepth.type,
                                                                                    },
                                                                                    message:
                                                                                      'must be integer,null',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                              if (errors === _errs176) {
                                                                                if (
                                                                                  typeof data70 == 'number' &&
                                                                                  isFinite(data70)
                                                                                ) {
                                                                                  if (
                                                                                    data70 < 0 ||
                                                                                    isNaN(data70)
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
                                                                                        message:
                                                                                          'must be >= 0',
                                                                                      },
                                                                                    ];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid24 =
                                                                                _errs176 === errors;
                                                                            } else {
                                                                              var valid24 = true;
                                                                            }
                                                                            if (valid24) {
                                                                              if (
                                                                                data61.toMixdepth !==
                                                                                  void 0 &&
                                                                                func0.call(
                                                                                  data61,
                                                                                  'toMixdepth',
                                                                                )
                                                                              ) {
                                                                                let data71 =
                                                                                  data61.toMixdepth;
                                                                                const _errs178 = errors;
                                                                                if (
                                                                                  !(
                                                                                    typeof data71 ==
                                                                                      'number' &&
                                                                                    !(data71 % 1) &&
                                                                                    !isNaN(data71) &&
                                                                                    isFinite(data71)
                                                                                  ) &&
                                                                                  data71 !== null
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
                                                                                if (errors === _errs178) {
                                                                                  if (
                                                                                    typeof data71 ==
                                                                                      'number' &&
                                                                                    isFinite(data71)
                                                                                  ) {
                                                                                    if (
                                                                                      data71 < 0 ||
                                                                                      isNaN(data71)
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
                                                                                var valid24 =
                                                                                  _errs178 === errors;
                                                                              } else {
                                                                                var valid24 = true;
                                                                              }
                                                                              if (valid24) {
                                                                                if (
                                                                                  data61.peers !== void 0 &&
                                                                                  func0.call(data61, 'peers')
                                                                                ) {
                                                                                  let data72 = data61.peers;
                                                                                  const _errs180 = errors;
                                                                                  if (errors === _errs180) {
                                                                                    if (
                                                                                      Array.isArray(data72)
                                                                                    ) {
                                                                                      var valid27 = true;
                                                                                      const len4 =
                                                                                        data72.length;
                                                                                      for (
                                                                                        let i4 = 0;
                                                                                        i4 < len4;
                                                                                        i4++
                                                                                      ) {
                                                                                        const _errs182 =
                                                                                          errors;
                                                                                        if (
                                                                                          typeof data72[
                                                                                            i4
                                                                                          ] !== 'string'
                                                                                        ) {
                                                                                          validate20.errors =
                                                                                            [
                                                                                              {
                                                                                                instancePath:
                                                                                                  instancePath +
                                                                                                  '/history/' +
                                                                                                  i3 +
                                                                                                  '/peers/' +
                                                                                                  i4,
                                                                                                schemaPath:
                                                                                                  '#/properties/history/items/properties/peers/items/type',
                                                                                                keyword:
                                                                                                  'type',
                                                                                                params: {
                                                                                                  type: 'string',
                                                                                                },
                                                                                                message:
                                                                                                  'must be string',
                                                                                              },
                                                                                            ];
                                                                                          return false;
                                                                                        }
                                                                                        var valid27 =
                                                                                          _errs182 === errors;
                                                                                        if (!valid27) {
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
                                                                                  var valid24 =
                                                                                    _errs180 === errors;
                                                                                } else {
                                                                                  var valid24 = true;
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
                                                    var valid23 = _errs150 === errors;
                                                    if (!valid23) {
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
                                              var valid0 = _errs148 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.pending !== void 0 && func0.call(data, 'pending')) {
                                                let data74 = data.pending;
                                                const _errs184 = errors;
                                                if (errors === _errs184) {
                                                  if (
                                                    data74 &&
                                                    typeof data74 == 'object' &&
                                                    !Array.isArray(data74)
                                                  ) {
                                                    const _errs186 = errors;
                                                    for (const key22 of Object.keys(data74)) {
                                                      if (!pattern14.test(key22)) {
                                                        validate20.errors = [
                                                          {
                                                            instancePath: instancePath + '/pending',
                                                            schemaPath:
                                                              '#/properties/pending/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key22 },
                                                            message: 'must NOT have additional properties',
                                                          },
                                                        ];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs186 === errors) {
                                                      var valid28 = true;
                                                      for (const key23 of Object.keys(data74)) {
                                                        if (pattern14.test(key23)) {
                                                          let data75 = data74[key23];
                                                          const _errs187 = errors;
                                                          if (errors === _errs187) {
                                                            if (
                                                              data75 &&
                                                              typeof data75 == 'object' &&
                                                              !Array.isArray(data75)
                                                            ) {
                                                              let missing9;
                                                              if (
                                                                ((data75.raw === void 0 ||
                                                                  !func0.call(data75, 'raw')) &&
                                                                  (missing9 = 'raw')) ||
                                                                ((data75.at === void 0 ||
                                                                  !func0.call(data75, 'at')) &&
                                                                  (missing9 = 'at')) ||
                                                                ((data75.round === void 0 ||
                                                                  !func0.call(data75, 'round')) &&
                                                                  (missing9 = 'round')) ||
                                                                ((data75.byOwnNode === void 0 ||
                                                                  !func0.call(data75, 'byOwnNode')) &&
                                                                  (missing9 = 'byOwnNode'))
                                                              ) {
                                                                validate20.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/pending/' +
                                                                      key23
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
                                                                const _errs189 = errors;
                                                                for (const key24 of Object.keys(data75)) {
                                                                  if (!(
                                                                    key24 === 'raw' ||
                                                                    key24 === 'at' ||
                                                                    key24 === 'round' ||
                                                                    key24 === 'byOwnNode'
                                                                  )) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/pending/' +
                                                                          key23
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1'),
                                                                        schemaPath:
                                                                          '#/properties/pending/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                        keyword: 'additionalProperties',
                                                                        params: { additionalProperty: key24 },
                                                                        message:
                                                                          'must NOT have additional properties',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                    break;
                                                                  }
                                                                }
                                                                if (_errs189 === errors) {
                                                                  if (
                                                                    data75.raw !== void 0 &&
                                                                    func0.call(data75, 'raw')
                                                                  ) {
                                                                    let data76 = data75.raw;
                                                                    const _errs190 = errors;
                                                                    if (errors === _errs190) {
                                                                      if (typeof data76 === 'string') {
                                                                        if (!pattern12.test(data76)) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/pending/' +
                                                                                key23
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
                                                                              key23
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
                                                                    var valid29 = _errs190 === errors;
                                                                  } else {
                                                                    var valid29 = true;
                                                                  }
                                                                  if (valid29) {
                                                                    if (
                                                                      data75.at !== void 0 &&
                                                                      func0.call(data75, 'at')
                                                                    ) {
                                                                      let data77 = data75.at;
                                                                      const _errs192 = errors;
                                                                      if (!(
                                                                        typeof data77 == 'number' &&
                                                                        !(data77 % 1) &&
                                                                        !isNaN(data77) &&
                                                                        isFinite(data77)
                                                                      )) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/pending/' +
                                                                              key23
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
                                                                      if (errors === _errs192) {
                                                                        if (
                                                                          typeof data77 == 'number' &&
                                                                          isFinite(data77)
                                                                        ) {
                                                                          if (data77 < 0 || isNaN(data77)) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/pending/' +
                                                                                  key23
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
                                                                      var valid29 = _errs192 === errors;
                                                                    } else {
                                                                      var valid29 = true;
                                                                    }
                                                                    if (valid29) {
                                                                      if (
                                                                        data75.round !== void 0 &&
                                                                        func0.call(data75, 'round')
                                                                      ) {
                                                                        let data78 = data75.round;
                                                                        const _errs194 = errors;
                                                                        const _errs195 = errors;
                                                                        let valid30 = false;
                                                                        const _errs196 = errors;
                                                                        if (typeof data78 !== 'string') {
                                                                          const err37 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/pending/' +
                                                                              key23
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
                                                                        var _valid7 = _errs196 === errors;
                                                                        valid30 = valid30 || _valid7;
                                                                        const _errs198 = errors;
                                                                        if (data78 !== null) {
                                                                          const err38 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/pending/' +
                                                                              key23
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
                                                                        var _valid7 = _errs198 === errors;
                                                                        valid30 = valid30 || _valid7;
                                                                        if (!valid30) {
                                                                          const err39 = {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/pending/' +
                                                                              key23
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
                                                                          errors = _errs195;
                                                                          if (vErrors !== null) {
                                                                            if (_errs195) {
                                                                              vErrors.length = _errs195;
                                                                            } else {
                                                                              vErrors = null;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid29 = _errs194 === errors;
                                                                      } else {
                                                                        var valid29 = true;
                                                                      }
                                                                      if (valid29) {
                                                                        if (
                                                                          data75.byOwnNode !== void 0 &&
                                                                          func0.call(data75, 'byOwnNode')
                                                                        ) {
                                                                          const _errs200 = errors;
                                                                          if (
                                                                            typeof data75.byOwnNode !==
                                                                            'boolean'
                                                                          ) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/pending/' +
                                                                                  key23
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
                                                                          var valid29 = _errs200 === errors;
                                                                        } else {
                                                                          var valid29 = true;
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
                                                                    key23
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
                                                          var valid28 = _errs187 === errors;
                                                          if (!valid28) {
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
                                                var valid0 = _errs184 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (
                                                  data.confirmed !== void 0 &&
                                                  func0.call(data, 'confirmed')
                                                ) {
                                                  let data80 = data.confirmed;
                                                  const _errs202 = errors;
                                                  if (errors === _errs202) {
                                                    if (
                                                      data80 &&
                                                      typeof data80 == 'object' &&
                                                      !Array.isArray(data80)
                                                    ) {
                                                      const _errs204 = errors;
                                                      for (const key25 of Object.keys(data80)) {
                                                        if (!pattern14.test(key25)) {
                                                          validate20.errors = [
                                                            {
                                                              instancePath: instancePath + '/confirmed',
                                                              schemaPath:
                                                                '#/properties/confirmed/additionalProperties',
                                                              keyword: 'additionalProperties',
                                                              params: { additionalProperty: key25 },
                                                              message: 'must NOT have additional properties',
                                                            },
                                                          ];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (_errs204 === errors) {
                                                        var valid31 = true;
                                                        for (const key26 of Object.keys(data80)) {
                                                          if (pattern14.test(key26)) {
                                                            let data81 = data80[key26];
                                                            const _errs205 = errors;
                                                            if (errors === _errs205) {
                                                              if (
                                                                data81 &&
                                                                typeof data81 == 'object' &&
                                                                !Array.isArray(data81)
                                                              ) {
                                                                let missing10;
                                                                if (
                                                                  ((data81.raw === void 0 ||
                                                                    !func0.call(data81, 'raw')) &&
                                                                    (missing10 = 'raw')) ||
                                                                  ((data81.at === void 0 ||
                                                                    !func0.call(data81, 'at')) &&
                                                                    (missing10 = 'at')) ||
                                                                  ((data81.round === void 0 ||
                                                                    !func0.call(data81, 'round')) &&
                                                                    (missing10 = 'round')) ||
                                                                  ((data81.byOwnNode === void 0 ||
                                                                    !func0.call(data81, 'byOwnNode')) &&
                                                                    (missing10 = 'byOwnNode')) ||
                                                                  ((data81.height === void 0 ||
                                                                    !func0.call(data81, 'height')) &&
                                                                    (missing10 = 'height'))
                                                                ) {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/confirmed/' +
                                                                        key26
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
                                                                  const _errs207 = errors;
                                                                  for (const key27 of Object.keys(data81)) {
                                                                    if (!(
                                                                      key27 === 'raw' ||
                                                                      key27 === 'at' ||
                                                                      key27 === 'round' ||
                                                                      key27 === 'byOwnNode' ||
                                                                      key27 === 'height'
                                                                    )) {
                                                                      validate20.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/confirmed/' +
                                                                            key26
                                                                              .replace(/~/g, '~0')
                                                                              .replace(/\//g, '~1'),
                                                                          schemaPath:
                                                                            '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                          keyword: 'additionalProperties',
                                                                          params: {
                                                                            additionalProperty: key27,
                                                                          },
                                                                          message:
                                                                            'must NOT have additional properties',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                      break;
                                                                    }
                                                                  }
                                                                  if (_errs207 === errors) {
                                                                    if (
                                                                      data81.raw !== void 0 &&
                                                                      func0.call(data81, 'raw')
                                                                    ) {
                                                                      let data82 = data81.raw;
                                                                      const _errs208 = errors;
                                                                      if (errors === _errs208) {
                                                                        if (typeof data82 === 'string') {
                                                                          if (!pattern12.test(data82)) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/confirmed/' +
                                                                                  key26
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
                                                                                key26
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
                                                                      var valid32 = _errs208 === errors;
                                                                    } else {
                                                                      var valid32 = true;
                                                                    }
                                                                    if (valid32) {
                                                                      if (
                                                                        data81.at !== void 0 &&
                                                                        func0.call(data81, 'at')
                                                                      ) {
                                                                        let data83 = data81.at;
                                                                        const _errs210 = errors;
                                                                        if (!(
                                                                          typeof data83 == 'number' &&
                                                                          !(data83 % 1) &&
                                                                          !isNaN(data83) &&
                                                                          isFinite(data83)
                                                                        )) {
                                                                          validate20.errors = [
                                                                            {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/confirmed/' +
                                                                                key26
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
                                                                        if (errors === _errs210) {
                                                                          if (
                                                                            typeof data83 == 'number' &&
                                                                            isFinite(data83)
                                                                          ) {
                                                                            if (data83 < 0 || isNaN(data83)) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/confirmed/' +
                                                                                    key26
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
                                                                        var valid32 = _errs210 === errors;
                                                                      } else {
                                                                        var valid32 = true;
                                                                      }
                                                                      if (valid32) {
                                                                        if (
                                                                          data81.round !== void 0 &&
                                                                          func0.call(data81, 'round')
                                                                        ) {
                                                                          let data84 = data81.round;
                                                                          const _errs212 = errors;
                                                                          const _errs213 = errors;
                                                                          let valid33 = false;
                                                                          const _errs214 = errors;
                                                                          if (typeof data84 !== 'string') {
                                                                            const err40 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/confirmed/' +
                                                                                key26
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
                                                                          var _valid8 = _errs214 === errors;
                                                                          valid33 = valid33 || _valid8;
                                                                          const _errs216 = errors;
                                                                          if (data84 !== null) {
                                                                            const err41 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/confirmed/' +
                                                                                key26
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
                                                                          var _valid8 = _errs216 === errors;
                                                                          valid33 = valid33 || _valid8;
                                                                          if (!valid33) {
                                                                            const err42 = {
                                                                              instancePath:
                                                                                instancePath +
                                                                                '/confirmed/' +
                                                                                key26
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
                                                                            errors = _errs213;
                                                                            if (vErrors !== null) {
                                                                              if (_errs213) {
                                                                                vErrors.length = _errs213;
                                                                              } else {
                                                                                vErrors = null;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid32 = _errs212 === errors;
                                                                        } else {
                                                                          var valid32 = true;
                                                                        }
                                                                        if (valid32) {
                                                                          if (
                                                                            data81.byOwnNode !== void 0 &&
                                                                            func0.call(data81, 'byOwnNode')
                                                                          ) {
                                                                            const _errs218 = errors;
                                                                            if (
                                                                              typeof data81.byOwnNode !==
                                                                              'boolean'
                                                                            ) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/confirmed/' +
                                                                                    key26
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
                                                                            var valid32 = _errs218 === errors;
                                                                          } else {
                                                                            var valid32 = true;
                                                                          }
                                                                          if (valid32) {
                                                                            if (
                                                                              data81.height !== void 0 &&
                                                                              func0.call(data81, 'height')
                                                                            ) {
                                                                              let data86 = data81.height;
                                                                              const _errs220 = errors;
                                                                              if (!(
                                                                                typeof data86 == 'number' &&
                                                                                !(data86 % 1) &&
                                                                                !isNaN(data86) &&
                                                                                isFinite(data86)
                                                                              )) {
                                                                                validate20.errors = [
                                                                                  {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/confirmed/' +
                                                                                      key26
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
                                                                                      '/height',
                                                                                    schemaPath:
                                                                                      '#/properties/confirmed/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/properties/height/type',
                                                                                    keyword: 'type',
                                                                                    params: {
                                                                                      type: 'integer',
                                                                                    },
                                                                                    message:
                                                                                      'must be integer',
                                                                                  },
                                                                                ];
                                                                                return false;
                                                                              }
                                                                              if (errors === _errs220) {
                                                                                if (
                                                                                  typeof data86 == 'number' &&
                                                                                  isFinite(data86)
                                                                                ) {
                                                                                  if (
                                                                                    data86 < 0 ||
                                                                                    isNaN(data86)
                                                                                  ) {
                                                                                    validate20.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          instancePath +
                                                                                          '/confirmed/' +
                                                                                          key26
                                                                                            .replace(
                                                                                              /~/g,
                                                                                              '~0',
                                                                                            )
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
                                                                                        message:
                                                                                          'must be >= 0',
                                                                                      },
                                                                                    ];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid32 =
                                                                                _errs220 === errors;
                                                                            } else {
                                                                              var valid32 = true;
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
                                                                      key26
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
                                                            var valid31 = _errs205 === errors;
                                                            if (!valid31) {
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
                                                  var valid0 = _errs202 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (
                                                    data.refused !== void 0 &&
                                                    func0.call(data, 'refused')
                                                  ) {
                                                    let data87 = data.refused;
                                                    const _errs222 = errors;
                                                    if (errors === _errs222) {
                                                      if (
                                                        data87 &&
                                                        typeof data87 == 'object' &&
                                                        !Array.isArray(data87)
                                                      ) {
                                                        const _errs224 = errors;
                                                        for (const key28 of Object.keys(data87)) {
                                                          if (!pattern14.test(key28)) {
                                                            validate20.errors = [
                                                              {
                                                                instancePath: instancePath + '/refused',
                                                                schemaPath:
                                                                  '#/properties/refused/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key28 },
                                                                message:
                                                                  'must NOT have additional properties',
                                                              },
                                                            ];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs224 === errors) {
                                                          var valid34 = true;
                                                          for (const key29 of Object.keys(data87)) {
                                                            if (pattern14.test(key29)) {
                                                              let data88 = data87[key29];
                                                              const _errs225 = errors;
                                                              if (errors === _errs225) {
                                                                if (
                                                                  data88 &&
                                                                  typeof data88 == 'object' &&
                                                                  !Array.isArray(data88)
                                                                ) {
                                                                  let missing11;
                                                                  if (
                                                                    ((data88.coins === void 0 ||
                                                                      !func0.call(data88, 'coins')) &&
                                                                      (missing11 = 'coins')) ||
                                                                    ((data88.at === void 0 ||
                                                                      !func0.call(data88, 'at')) &&
                                                                      (missing11 = 'at')) ||
                                                                    ((data88.reason === void 0 ||
                                                                      !func0.call(data88, 'reason')) &&
                                                                      (missing11 = 'reason'))
                                                                  ) {
                                                                    validate20.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/refused/' +
                                                                          key29
                                                                            .replace(/~/g, '~0')
                                                                            .replace(/\//g, '~1'),
                                                                        schemaPath:
                                                                          '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/required',
                                                                        keyword: 'required',
                                                                        params: {
                                                                          missingProperty: missing11,
                                                                        },
                                                                        message:
                                                                          "must have required property '" +
                                                                          missing11 +
                                                                          "'",
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  } else {
                                                                    const _errs227 = errors;
                                                                    for (const key30 of Object.keys(data88)) {
                                                                      if (!(
                                                                        key30 === 'coins' ||
                                                                        key30 === 'at' ||
                                                                        key30 === 'reason'
                                                                      )) {
                                                                        validate20.errors = [
                                                                          {
                                                                            instancePath:
                                                                              instancePath +
                                                                              '/refused/' +
                                                                              key29
                                                                                .replace(/~/g, '~0')
                                                                                .replace(/\//g, '~1'),
                                                                            schemaPath:
                                                                              '#/properties/refused/patternProperties/%5E%5B0-9a-f%5D%7B64%7D%24/additionalProperties',
                                                                            keyword: 'additionalProperties',
                                                                            params: {
                                                                              additionalProperty: key30,
                                                                            },
                                                                            message:
                                                                              'must NOT have additional properties',
                                                                          },
                                                                        ];
                                                                        return false;
                                                                        break;
                                                                      }
                                                                    }
                                                                    if (_errs227 === errors) {
                                                                      if (
                                                                        data88.coins !== void 0 &&
                                                                        func0.call(data88, 'coins')
                                                                      ) {
                                                                        let data89 = data88.coins;
                                                                        const _errs228 = errors;
                                                                        if (errors === _errs228) {
                                                                          if (Array.isArray(data89)) {
                                                                            var valid36 = true;
                                                                            const len5 = data89.length;
                                                                            for (
                                                                              let i5 = 0;
                                                                              i5 < len5;
                                                                              i5++
                                                                            ) {
                                                                              let data90 = data89[i5];
                                                                              const _errs230 = errors;
                                                                              if (errors === _errs230) {
                                                                                if (
                                                                                  typeof data90 === 'string'
                                                                                ) {
                                                                                  if (
                                                                                    !pattern9.test(data90)
                                                                                  ) {
                                                                                    validate20.errors = [
                                                                                      {
                                                                                        instancePath:
                                                                                          instancePath +
                                                                                          '/refused/' +
                                                                                          key29
                                                                                            .replace(
                                                                                              /~/g,
                                                                                              '~0',
                                                                                            )
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
                                                                                        key29
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
                                                                                      message:
                                                                                        'must be string',
                                                                                    },
                                                                                  ];
                                                                                  return false;
                                                                                }
                                                                              }
                                                                              var valid36 =
                                                                                _errs230 === errors;
                                                                              if (!valid36) {
                                                                                break;
                                                                              }
                                                                            }
                                                                          } else {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/refused/' +
                                                                                  key29
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
                                                                        var valid35 = _errs228 === errors;
                                                                      } else {
                                                                        var valid35 = true;
                                                                      }
                                                                      if (valid35) {
                                                                        if (
                                                                          data88.at !== void 0 &&
                                                                          func0.call(data88, 'at')
                                                                        ) {
                                                                          let data91 = data88.at;
                                                                          const _errs232 = errors;
                                                                          if (!(
                                                                            typeof data91 == 'number' &&
                                                                            !(data91 % 1) &&
                                                                            !isNaN(data91) &&
                                                                            isFinite(data91)
                                                                          )) {
                                                                            validate20.errors = [
                                                                              {
                                                                                instancePath:
                                                                                  instancePath +
                                                                                  '/refused/' +
                                                                                  key29
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
                                                                          if (errors === _errs232) {
                                                                            if (
                                                                              typeof data91 == 'number' &&
                                                                              isFinite(data91)
                                                                            ) {
                                                                              if (
                                                                                data91 < 0 ||
                                                                                isNaN(data91)
                                                                              ) {
                                                                                validate20.errors = [
                                                                                  {
                                                                                    instancePath:
                                                                                      instancePath +
                                                                                      '/refused/' +
                                                                                      key29
                                                                                        .replace(/~/g, '~0')
                                                                                        .replace(
                                                                                          /\//g,
                                                                                          '~1',
                                                                                        ) +
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
                                                                          var valid35 = _errs232 === errors;
                                                                        } else {
                                                                          var valid35 = true;
                                                                        }
                                                                        if (valid35) {
                                                                          if (
                                                                            data88.reason !== void 0 &&
                                                                            func0.call(data88, 'reason')
                                                                          ) {
                                                                            const _errs234 = errors;
                                                                            if (
                                                                              typeof data88.reason !==
                                                                              'string'
                                                                            ) {
                                                                              validate20.errors = [
                                                                                {
                                                                                  instancePath:
                                                                                    instancePath +
                                                                                    '/refused/' +
                                                                                    key29
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
                                                                            var valid35 = _errs234 === errors;
                                                                          } else {
                                                                            var valid35 = true;
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
                                                                        key29
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
                                                              var valid34 = _errs225 === errors;
                                                              if (!valid34) {
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
                                                    var valid0 = _errs222 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (
                                                      data.transactionLabels !== void 0 &&
                                                      func0.call(data, 'transactionLabels')
                                                    ) {
                                                      let data93 = data.transactionLabels;
                                                      const _errs236 = errors;
                                                      if (errors === _errs236) {
                                                        if (
                                                          data93 &&
                                                          typeof data93 == 'object' &&
                                                          !Array.isArray(data93)
                                                        ) {
                                                          const _errs238 = errors;
                                                          for (const key31 of Object.keys(data93)) {
                                                            if (!pattern14.test(key31)) {
                                                              validate20.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/transactionLabels',
                                                                  schemaPath:
                                                                    '#/properties/transactionLabels/additionalProperties',
                                                                  keyword: 'additionalProperties',
                                                                  params: { additionalProperty: key31 },
                                                                  message:
                                                                    'must NOT have additional properties',
                                                                },
                                                              ];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs238 === errors) {
                                                            var valid37 = true;
                                                            for (const key32 of Object.keys(data93)) {
                                                              if (pattern14.test(key32)) {
                                                                const _errs239 = errors;
                                                                if (typeof data93[key32] !== 'string') {
                                                                  validate20.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/transactionLabels/' +
                                                                        key32
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
                                                                var valid37 = _errs239 === errors;
                                                                if (!valid37) {
                                                                  break;
                                                                }
                                                              }
                                                            }
                                                          }
                                                        } else {
                                                          validate20.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/transactionLabels',
                                                              schemaPath:
                                                                '#/properties/transactionLabels/type',
                                                              keyword: 'type',
                                                              params: { type: 'object' },
                                                              message: 'must be object',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                      var valid0 = _errs236 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (
                                                        data.backups !== void 0 &&
                                                        func0.call(data, 'backups')
                                                      ) {
                                                        let data95 = data.backups;
                                                        const _errs241 = errors;
                                                        if (!(
                                                          typeof data95 == 'number' &&
                                                          !(data95 % 1) &&
                                                          !isNaN(data95) &&
                                                          isFinite(data95)
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
                                                        if (errors === _errs241) {
                                                          if (typeof data95 == 'number' && isFinite(data95)) {
                                                            if (data95 < 0 || isNaN(data95)) {
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
                                                        var valid0 = _errs241 === errors;
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
