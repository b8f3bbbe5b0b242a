// Compiled by `npm run schemas` from definitions.ts. Do not edit.
// schema:schema:rulesFile
var schema_rulesFile_default = validate20;
var schema31 = {
  type: 'object',
  properties: {
    transaction: {
      type: 'object',
      properties: {
        amount: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        miner_fee: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        coinjoin_fee: {
          type: 'string',
          pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
        },
        signatures: { type: 'string', pattern: '^[0-9]{1,9}$' },
      },
      additionalProperties: false,
    },
    hour: {
      type: 'object',
      properties: {
        amount: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        miner_fee: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        coinjoin_fee: {
          type: 'string',
          pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
        },
        signatures: { type: 'string', pattern: '^[0-9]{1,9}$' },
        commitments: { type: 'string', pattern: '^[0-9]{1,9}$' },
        disclosures: { type: 'string', pattern: '^[0-9]{1,9}$' },
      },
      additionalProperties: false,
    },
    day: {
      type: 'object',
      properties: {
        amount: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        miner_fee: { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
        coinjoin_fee: {
          type: 'string',
          pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
        },
        signatures: { type: 'string', pattern: '^[0-9]{1,9}$' },
        commitments: { type: 'string', pattern: '^[0-9]{1,9}$' },
        disclosures: { type: 'string', pattern: '^[0-9]{1,9}$' },
      },
      additionalProperties: false,
    },
    destinations: {
      type: 'object',
      properties: {
        allowed: {
          anyOf: [
            { type: 'string', pattern: '^[0-9A-Za-z]{1,100}$' },
            { type: 'array', items: { type: 'string', pattern: '^[0-9A-Za-z]{1,100}$' } },
          ],
        },
      },
      additionalProperties: false,
    },
    role: {
      type: 'object',
      properties: { role: { enum: ['any', 'maker-only', 'taker-only', 'bond-only'] } },
      additionalProperties: false,
    },
    quiet: {
      type: 'object',
      properties: {
        hours: {
          type: 'string',
          pattern: '^([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3])( *, *([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3]))*$',
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp('^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$', 'u');
var pattern7 = new RegExp('^[0-9]{1,9}$', 'u');
var pattern20 = new RegExp('^[0-9A-Za-z]{1,100}$', 'u');
var pattern22 = new RegExp(
  '^([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3])( *, *([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3]))*$',
  'u',
);
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
      const _errs1 = errors;
      for (const key0 of Object.keys(data)) {
        if (!(
          key0 === 'transaction' ||
          key0 === 'hour' ||
          key0 === 'day' ||
          key0 === 'destinations' ||
          key0 === 'role' ||
          key0 === 'quiet'
        )) {
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
        if (data.transaction !== void 0 && func0.call(data, 'transaction')) {
          let data0 = data.transaction;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
              const _errs4 = errors;
              for (const key1 of Object.keys(data0)) {
                if (!(
                  key1 === 'amount' ||
                  key1 === 'miner_fee' ||
                  key1 === 'coinjoin_fee' ||
                  key1 === 'signatures'
                )) {
                  validate20.errors = [
                    {
                      instancePath: instancePath + '/transaction',
                      schemaPath: '#/properties/transaction/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key1 },
                      message: 'must NOT have additional properties',
                    },
                  ];
                  return false;
                  break;
                }
              }
              if (_errs4 === errors) {
                if (data0.amount !== void 0 && func0.call(data0, 'amount')) {
                  let data1 = data0.amount;
                  const _errs5 = errors;
                  if (errors === _errs5) {
                    if (typeof data1 === 'string') {
                      if (!pattern4.test(data1)) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/transaction/amount',
                            schemaPath: '#/properties/transaction/properties/amount/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' },
                            message:
                              'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                          },
                        ];
                        return false;
                      }
                    } else {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/transaction/amount',
                          schemaPath: '#/properties/transaction/properties/amount/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ];
                      return false;
                    }
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data0.miner_fee !== void 0 && func0.call(data0, 'miner_fee')) {
                    let data2 = data0.miner_fee;
                    const _errs7 = errors;
                    if (errors === _errs7) {
                      if (typeof data2 === 'string') {
                        if (!pattern4.test(data2)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/transaction/miner_fee',
                              schemaPath: '#/properties/transaction/properties/miner_fee/pattern',
                              keyword: 'pattern',
                              params: {
                                pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                              },
                              message:
                                'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                            },
                          ];
                          return false;
                        }
                      } else {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/transaction/miner_fee',
                            schemaPath: '#/properties/transaction/properties/miner_fee/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs7 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data0.coinjoin_fee !== void 0 && func0.call(data0, 'coinjoin_fee')) {
                      let data3 = data0.coinjoin_fee;
                      const _errs9 = errors;
                      if (errors === _errs9) {
                        if (typeof data3 === 'string') {
                          if (!pattern4.test(data3)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/transaction/coinjoin_fee',
                                schemaPath: '#/properties/transaction/properties/coinjoin_fee/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                },
                                message:
                                  'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                              },
                            ];
                            return false;
                          }
                        } else {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/transaction/coinjoin_fee',
                              schemaPath: '#/properties/transaction/properties/coinjoin_fee/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid1 = _errs9 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.signatures !== void 0 && func0.call(data0, 'signatures')) {
                        let data4 = data0.signatures;
                        const _errs11 = errors;
                        if (errors === _errs11) {
                          if (typeof data4 === 'string') {
                            if (!pattern7.test(data4)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/transaction/signatures',
                                  schemaPath: '#/properties/transaction/properties/signatures/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[0-9]{1,9}$' },
                                  message: 'must match pattern "^[0-9]{1,9}$"',
                                },
                              ];
                              return false;
                            }
                          } else {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/transaction/signatures',
                                schemaPath: '#/properties/transaction/properties/signatures/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid1 = _errs11 === errors;
                      } else {
                        var valid1 = true;
                      }
                    }
                  }
                }
              }
            } else {
              validate20.errors = [
                {
                  instancePath: instancePath + '/transaction',
                  schemaPath: '#/properties/transaction/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                },
              ];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.hour !== void 0 && func0.call(data, 'hour')) {
            let data5 = data.hour;
            const _errs13 = errors;
            if (errors === _errs13) {
              if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                const _errs15 = errors;
                for (const key2 of Object.keys(data5)) {
                  if (!(
                    key2 === 'amount' ||
                    key2 === 'miner_fee' ||
                    key2 === 'coinjoin_fee' ||
                    key2 === 'signatures' ||
                    key2 === 'commitments' ||
                    key2 === 'disclosures'
                  )) {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/hour',
                        schemaPath: '#/properties/hour/additionalProperties',
                        keyword: 'additionalProperties',
                        params: { additionalProperty: key2 },
                        message: 'must NOT have additional properties',
                      },
                    ];
                    return false;
                    break;
                  }
                }
                if (_errs15 === errors) {
                  if (data5.amount !== void 0 && func0.call(data5, 'amount')) {
                    let data6 = data5.amount;
                    const _errs16 = errors;
                    if (errors === _errs16) {
                      if (typeof data6 === 'string') {
                        if (!pattern4.test(data6)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/hour/amount',
                              schemaPath: '#/properties/hour/properties/amount/pattern',
                              keyword: 'pattern',
                              params: {
                                pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                              },
                              message:
                                'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                            },
                          ];
                          return false;
                        }
                      } else {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/hour/amount',
                            schemaPath: '#/properties/hour/properties/amount/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid2 = _errs16 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data5.miner_fee !== void 0 && func0.call(data5, 'miner_fee')) {
                      let data7 = data5.miner_fee;
                      const _errs18 = errors;
                      if (errors === _errs18) {
                        if (typeof data7 === 'string') {
                          if (!pattern4.test(data7)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/hour/miner_fee',
                                schemaPath: '#/properties/hour/properties/miner_fee/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                },
                                message:
                                  'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                              },
                            ];
                            return false;
                          }
                        } else {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/hour/miner_fee',
                              schemaPath: '#/properties/hour/properties/miner_fee/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid2 = _errs18 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data5.coinjoin_fee !== void 0 && func0.call(data5, 'coinjoin_fee')) {
                        let data8 = data5.coinjoin_fee;
                        const _errs20 = errors;
                        if (errors === _errs20) {
                          if (typeof data8 === 'string') {
                            if (!pattern4.test(data8)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/hour/coinjoin_fee',
                                  schemaPath: '#/properties/hour/properties/coinjoin_fee/pattern',
                                  keyword: 'pattern',
                                  params: {
                                    pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                  },
                                  message:
                                    'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                                },
                              ];
                              return false;
                            }
                          } else {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/hour/coinjoin_fee',
                                schemaPath: '#/properties/hour/properties/coinjoin_fee/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid2 = _errs20 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data5.signatures !== void 0 && func0.call(data5, 'signatures')) {
                          let data9 = data5.signatures;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (typeof data9 === 'string') {
                              if (!pattern7.test(data9)) {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/hour/signatures',
                                    schemaPath: '#/properties/hour/properties/signatures/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^[0-9]{1,9}$' },
                                    message: 'must match pattern "^[0-9]{1,9}$"',
                                  },
                                ];
                                return false;
                              }
                            } else {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/hour/signatures',
                                  schemaPath: '#/properties/hour/properties/signatures/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid2 = _errs22 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data5.commitments !== void 0 && func0.call(data5, 'commitments')) {
                            let data10 = data5.commitments;
                            const _errs24 = errors;
                            if (errors === _errs24) {
                              if (typeof data10 === 'string') {
                                if (!pattern7.test(data10)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/hour/commitments',
                                      schemaPath: '#/properties/hour/properties/commitments/pattern',
                                      keyword: 'pattern',
                                      params: { pattern: '^[0-9]{1,9}$' },
                                      message: 'must match pattern "^[0-9]{1,9}$"',
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/hour/commitments',
                                    schemaPath: '#/properties/hour/properties/commitments/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid2 = _errs24 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data5.disclosures !== void 0 && func0.call(data5, 'disclosures')) {
                              let data11 = data5.disclosures;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (typeof data11 === 'string') {
                                  if (!pattern7.test(data11)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/hour/disclosures',
                                        schemaPath: '#/properties/hour/properties/disclosures/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9]{1,9}$' },
                                        message: 'must match pattern "^[0-9]{1,9}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/hour/disclosures',
                                      schemaPath: '#/properties/hour/properties/disclosures/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs26 === errors;
                            } else {
                              var valid2 = true;
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
                    instancePath: instancePath + '/hour',
                    schemaPath: '#/properties/hour/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ];
                return false;
              }
            }
            var valid0 = _errs13 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.day !== void 0 && func0.call(data, 'day')) {
              let data12 = data.day;
              const _errs28 = errors;
              if (errors === _errs28) {
                if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
                  const _errs30 = errors;
                  for (const key3 of Object.keys(data12)) {
                    if (!(
                      key3 === 'amount' ||
                      key3 === 'miner_fee' ||
                      key3 === 'coinjoin_fee' ||
                      key3 === 'signatures' ||
                      key3 === 'commitments' ||
                      key3 === 'disclosures'
                    )) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/day',
                          schemaPath: '#/properties/day/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key3 },
                          message: 'must NOT have additional properties',
                        },
                      ];
                      return false;
                      break;
                    }
                  }
                  if (_errs30 === errors) {
                    if (data12.amount !== void 0 && func0.call(data12, 'amount')) {
                      let data13 = data12.amount;
                      const _errs31 = errors;
                      if (errors === _errs31) {
                        if (typeof data13 === 'string') {
                          if (!pattern4.test(data13)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/day/amount',
                                schemaPath: '#/properties/day/properties/amount/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                },
                                message:
                                  'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                              },
                            ];
                            return false;
                          }
                        } else {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/day/amount',
                              schemaPath: '#/properties/day/properties/amount/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid3 = _errs31 === errors;
                    } else {
                      var valid3 = true;
                    }
                    if (valid3) {
                      if (data12.miner_fee !== void 0 && func0.call(data12, 'miner_fee')) {
                        let data14 = data12.miner_fee;
                        const _errs33 = errors;
                        if (errors === _errs33) {
                          if (typeof data14 === 'string') {
                            if (!pattern4.test(data14)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/day/miner_fee',
                                  schemaPath: '#/properties/day/properties/miner_fee/pattern',
                                  keyword: 'pattern',
                                  params: {
                                    pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                  },
                                  message:
                                    'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                                },
                              ];
                              return false;
                            }
                          } else {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/day/miner_fee',
                                schemaPath: '#/properties/day/properties/miner_fee/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid3 = _errs33 === errors;
                      } else {
                        var valid3 = true;
                      }
                      if (valid3) {
                        if (data12.coinjoin_fee !== void 0 && func0.call(data12, 'coinjoin_fee')) {
                          let data15 = data12.coinjoin_fee;
                          const _errs35 = errors;
                          if (errors === _errs35) {
                            if (typeof data15 === 'string') {
                              if (!pattern4.test(data15)) {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/day/coinjoin_fee',
                                    schemaPath: '#/properties/day/properties/coinjoin_fee/pattern',
                                    keyword: 'pattern',
                                    params: {
                                      pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$',
                                    },
                                    message:
                                      'must match pattern "^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$"',
                                  },
                                ];
                                return false;
                              }
                            } else {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/day/coinjoin_fee',
                                  schemaPath: '#/properties/day/properties/coinjoin_fee/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid3 = _errs35 === errors;
                        } else {
                          var valid3 = true;
                        }
                        if (valid3) {
                          if (data12.signatures !== void 0 && func0.call(data12, 'signatures')) {
                            let data16 = data12.signatures;
                            const _errs37 = errors;
                            if (errors === _errs37) {
                              if (typeof data16 === 'string') {
                                if (!pattern7.test(data16)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/day/signatures',
                                      schemaPath: '#/properties/day/properties/signatures/pattern',
                                      keyword: 'pattern',
                                      params: { pattern: '^[0-9]{1,9}$' },
                                      message: 'must match pattern "^[0-9]{1,9}$"',
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/day/signatures',
                                    schemaPath: '#/properties/day/properties/signatures/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid3 = _errs37 === errors;
                          } else {
                            var valid3 = true;
                          }
                          if (valid3) {
                            if (data12.commitments !== void 0 && func0.call(data12, 'commitments')) {
                              let data17 = data12.commitments;
                              const _errs39 = errors;
                              if (errors === _errs39) {
                                if (typeof data17 === 'string') {
                                  if (!pattern7.test(data17)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/day/commitments',
                                        schemaPath: '#/properties/day/properties/commitments/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9]{1,9}$' },
                                        message: 'must match pattern "^[0-9]{1,9}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/day/commitments',
                                      schemaPath: '#/properties/day/properties/commitments/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid3 = _errs39 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data12.disclosures !== void 0 && func0.call(data12, 'disclosures')) {
                                let data18 = data12.disclosures;
                                const _errs41 = errors;
                                if (errors === _errs41) {
                                  if (typeof data18 === 'string') {
                                    if (!pattern7.test(data18)) {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/day/disclosures',
                                          schemaPath: '#/properties/day/properties/disclosures/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^[0-9]{1,9}$' },
                                          message: 'must match pattern "^[0-9]{1,9}$"',
                                        },
                                      ];
                                      return false;
                                    }
                                  } else {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/day/disclosures',
                                        schemaPath: '#/properties/day/properties/disclosures/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid3 = _errs41 === errors;
                              } else {
                                var valid3 = true;
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
                      instancePath: instancePath + '/day',
                      schemaPath: '#/properties/day/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs28 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.destinations !== void 0 && func0.call(data, 'destinations')) {
                let data19 = data.destinations;
                const _errs43 = errors;
                if (errors === _errs43) {
                  if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                    const _errs45 = errors;
                    for (const key4 of Object.keys(data19)) {
                      if (!(key4 === 'allowed')) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/destinations',
                            schemaPath: '#/properties/destinations/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key4 },
                            message: 'must NOT have additional properties',
                          },
                        ];
                        return false;
                        break;
                      }
                    }
                    if (_errs45 === errors) {
                      if (data19.allowed !== void 0 && func0.call(data19, 'allowed')) {
                        let data20 = data19.allowed;
                        const _errs47 = errors;
                        let valid5 = false;
                        const _errs48 = errors;
                        if (errors === _errs48) {
                          if (typeof data20 === 'string') {
                            if (!pattern20.test(data20)) {
                              const err0 = {
                                instancePath: instancePath + '/destinations/allowed',
                                schemaPath: '#/properties/destinations/properties/allowed/anyOf/0/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[0-9A-Za-z]{1,100}$' },
                                message: 'must match pattern "^[0-9A-Za-z]{1,100}$"',
                              };
                              if (vErrors === null) {
                                vErrors = [err0];
                              } else {
                                vErrors.push(err0);
                              }
                              errors++;
                            }
                          } else {
                            const err1 = {
                              instancePath: instancePath + '/destinations/allowed',
                              schemaPath: '#/properties/destinations/properties/allowed/anyOf/0/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          }
                        }
                        var _valid0 = _errs48 === errors;
                        valid5 = valid5 || _valid0;
                        const _errs50 = errors;
                        if (errors === _errs50) {
                          if (Array.isArray(data20)) {
                            var valid6 = true;
                            const len0 = data20.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data21 = data20[i0];
                              const _errs52 = errors;
                              if (errors === _errs52) {
                                if (typeof data21 === 'string') {
                                  if (!pattern20.test(data21)) {
                                    const err2 = {
                                      instancePath: instancePath + '/destinations/allowed/' + i0,
                                      schemaPath:
                                        '#/properties/destinations/properties/allowed/anyOf/1/items/pattern',
                                      keyword: 'pattern',
                                      params: { pattern: '^[0-9A-Za-z]{1,100}$' },
                                      message: 'must match pattern "^[0-9A-Za-z]{1,100}$"',
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
                                    instancePath: instancePath + '/destinations/allowed/' + i0,
                                    schemaPath:
                                      '#/properties/destinations/properties/allowed/anyOf/1/items/type',
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
                              var valid6 = _errs52 === errors;
                              if (!valid6) {
                                break;
                              }
                            }
                          } else {
                            const err4 = {
                              instancePath: instancePath + '/destinations/allowed',
                              schemaPath: '#/properties/destinations/properties/allowed/anyOf/1/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            };
                            if (vErrors === null) {
                              vErrors = [err4];
                            } else {
                              vErrors.push(err4);
                            }
                            errors++;
                          }
                        }
                        var _valid0 = _errs50 === errors;
                        valid5 = valid5 || _valid0;
                        if (!valid5) {
                          const err5 = {
                            instancePath: instancePath + '/destinations/allowed',
                            schemaPath: '#/properties/destinations/properties/allowed/anyOf',
                            keyword: 'anyOf',
                            params: {},
                            message: 'must match a schema in anyOf',
                          };
                          if (vErrors === null) {
                            vErrors = [err5];
                          } else {
                            vErrors.push(err5);
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
                      }
                    }
                  } else {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/destinations',
                        schemaPath: '#/properties/destinations/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs43 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.role !== void 0 && func0.call(data, 'role')) {
                  let data22 = data.role;
                  const _errs54 = errors;
                  if (errors === _errs54) {
                    if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
                      const _errs56 = errors;
                      for (const key5 of Object.keys(data22)) {
                        if (!(key5 === 'role')) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/role',
                              schemaPath: '#/properties/role/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key5 },
                              message: 'must NOT have additional properties',
                            },
                          ];
                          return false;
                          break;
                        }
                      }
                      if (_errs56 === errors) {
                        if (data22.role !== void 0 && func0.call(data22, 'role')) {
                          let data23 = data22.role;
                          if (!(
                            data23 === 'any' ||
                            data23 === 'maker-only' ||
                            data23 === 'taker-only' ||
                            data23 === 'bond-only'
                          )) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/role/role',
                                schemaPath: '#/properties/role/properties/role/enum',
                                keyword: 'enum',
                                params: { allowedValues: schema31.properties.role.properties.role.enum },
                                message: 'must be equal to one of the allowed values',
                              },
                            ];
                            return false;
                          }
                        }
                      }
                    } else {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/role',
                          schemaPath: '#/properties/role/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs54 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.quiet !== void 0 && func0.call(data, 'quiet')) {
                    let data24 = data.quiet;
                    const _errs58 = errors;
                    if (errors === _errs58) {
                      if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
                        const _errs60 = errors;
                        for (const key6 of Object.keys(data24)) {
                          if (!(key6 === 'hours')) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/quiet',
                                schemaPath: '#/properties/quiet/additionalProperties',
                                keyword: 'additionalProperties',
                                params: { additionalProperty: key6 },
                                message: 'must NOT have additional properties',
                              },
                            ];
                            return false;
                            break;
                          }
                        }
                        if (_errs60 === errors) {
                          if (data24.hours !== void 0 && func0.call(data24, 'hours')) {
                            let data25 = data24.hours;
                            const _errs61 = errors;
                            if (errors === _errs61) {
                              if (typeof data25 === 'string') {
                                if (!pattern22.test(data25)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/quiet/hours',
                                      schemaPath: '#/properties/quiet/properties/hours/pattern',
                                      keyword: 'pattern',
                                      params: {
                                        pattern:
                                          '^([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3])( *, *([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3]))*$',
                                      },
                                      message:
                                        'must match pattern "^([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3])( *, *([01]?[0-9]|2[0-3])-([01]?[0-9]|2[0-3]))*$"',
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/quiet/hours',
                                    schemaPath: '#/properties/quiet/properties/hours/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                            }
                          }
                        }
                      } else {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/quiet',
                            schemaPath: '#/properties/quiet/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs58 === errors;
                  } else {
                    var valid0 = true;
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
export { schema_rulesFile_default as rulesFile };
