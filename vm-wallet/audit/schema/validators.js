// Compiled by `npm run schemas` from definitions.ts. Do not edit.
// schema:schema:auditEntry
var schema_auditEntry_default = validate20;
var schema31 = {
  anyOf: [
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        act: { type: 'string' },
        subject: { type: 'string' },
        outcome: { const: 'allowed' },
        signatures: { type: 'integer', minimum: 0 },
        amount: { type: 'string', pattern: '^[0-9]{1,16}$' },
        minerFee: { type: 'string', pattern: '^-?[0-9]{1,16}$' },
        coinjoinFee: { type: 'string', pattern: '^-?[0-9]{1,16}$' },
        destinations: { type: 'array', items: { type: 'string', pattern: '^([0-9a-f]{2})*$' } },
        rules: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{16}$' }, { type: 'null' }] },
        reason: { enum: ['user', 'yes', 'allowance', 'maker-rules', 'command'] },
      },
      required: [
        'at',
        'blockTime',
        'act',
        'subject',
        'outcome',
        'signatures',
        'amount',
        'minerFee',
        'coinjoinFee',
        'destinations',
        'rules',
        'reason',
      ],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        act: { type: 'string' },
        subject: { type: 'string' },
        outcome: { const: 'refused' },
        rule: { type: 'string' },
        unlogged: { type: 'integer', minimum: 0 },
      },
      required: ['at', 'blockTime', 'act', 'subject', 'outcome', 'rule', 'unlogged'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        outcome: { const: 'rules' },
        before: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{64}$' }, { type: 'null' }] },
        after: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{64}$' }, { type: 'null' }] },
      },
      required: ['at', 'blockTime', 'outcome', 'before', 'after'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        outcome: { const: 'allowance' },
        upTo: { type: 'string', pattern: '^[0-9]{1,16}$' },
        until: { type: 'integer', minimum: 0 },
      },
      required: ['at', 'blockTime', 'outcome', 'upTo', 'until'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        outcome: { const: 'allowances-ended' },
        count: { type: 'integer', minimum: 0 },
      },
      required: ['at', 'blockTime', 'outcome', 'count'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        at: { type: 'integer', minimum: 0 },
        blockTime: { type: 'integer', minimum: 0 },
        outcome: { const: 'restarted' },
        entries: { type: 'integer', minimum: 0 },
        head: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      },
      required: ['at', 'blockTime', 'outcome', 'entries', 'head'],
      additionalProperties: false,
    },
  ],
};
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp('^[0-9]{1,16}$', 'u');
var pattern5 = new RegExp('^-?[0-9]{1,16}$', 'u');
var pattern7 = new RegExp('^([0-9a-f]{2})*$', 'u');
var pattern8 = new RegExp('^[0-9a-f]{16}$', 'u');
var pattern9 = new RegExp('^[0-9a-f]{64}$', 'u');
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
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing0 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing0 = 'blockTime')) ||
        ((data.act === void 0 || !func0.call(data, 'act')) && (missing0 = 'act')) ||
        ((data.subject === void 0 || !func0.call(data, 'subject')) && (missing0 = 'subject')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing0 = 'outcome')) ||
        ((data.signatures === void 0 || !func0.call(data, 'signatures')) && (missing0 = 'signatures')) ||
        ((data.amount === void 0 || !func0.call(data, 'amount')) && (missing0 = 'amount')) ||
        ((data.minerFee === void 0 || !func0.call(data, 'minerFee')) && (missing0 = 'minerFee')) ||
        ((data.coinjoinFee === void 0 || !func0.call(data, 'coinjoinFee')) && (missing0 = 'coinjoinFee')) ||
        ((data.destinations === void 0 || !func0.call(data, 'destinations')) &&
          (missing0 = 'destinations')) ||
        ((data.rules === void 0 || !func0.call(data, 'rules')) && (missing0 = 'rules')) ||
        ((data.reason === void 0 || !func0.call(data, 'reason')) && (missing0 = 'reason'))
      ) {
        const err0 = {
          instancePath,
          schemaPath: '#/anyOf/0/required',
          keyword: 'required',
          params: { missingProperty: missing0 },
          message: "must have required property '" + missing0 + "'",
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs3 = errors;
        for (const key0 of Object.keys(data)) {
          if (!func0.call(schema31.anyOf[0].properties, key0)) {
            const err1 = {
              instancePath,
              schemaPath: '#/anyOf/0/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key0 },
              message: 'must NOT have additional properties',
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
        if (_errs3 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data0 = data.at;
            const _errs4 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              const err2 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/0/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (errors === _errs4) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  const err3 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/0/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
              }
            }
            var valid1 = _errs4 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data1 = data.blockTime;
              const _errs6 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                const err4 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/0/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
              if (errors === _errs6) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 < 0 || isNaN(data1)) {
                    const err5 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/0/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
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
              var valid1 = _errs6 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.act !== void 0 && func0.call(data, 'act')) {
                const _errs8 = errors;
                if (typeof data.act !== 'string') {
                  const err6 = {
                    instancePath: instancePath + '/act',
                    schemaPath: '#/anyOf/0/properties/act/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
                var valid1 = _errs8 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.subject !== void 0 && func0.call(data, 'subject')) {
                  const _errs10 = errors;
                  if (typeof data.subject !== 'string') {
                    const err7 = {
                      instancePath: instancePath + '/subject',
                      schemaPath: '#/anyOf/0/properties/subject/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                  var valid1 = _errs10 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                    const _errs12 = errors;
                    if ('allowed' !== data.outcome) {
                      const err8 = {
                        instancePath: instancePath + '/outcome',
                        schemaPath: '#/anyOf/0/properties/outcome/const',
                        keyword: 'const',
                        params: { allowedValue: 'allowed' },
                        message: 'must be equal to constant',
                      };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                    }
                    var valid1 = _errs12 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.signatures !== void 0 && func0.call(data, 'signatures')) {
                      let data5 = data.signatures;
                      const _errs13 = errors;
                      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                        const err9 = {
                          instancePath: instancePath + '/signatures',
                          schemaPath: '#/anyOf/0/properties/signatures/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        };
                        if (vErrors === null) {
                          vErrors = [err9];
                        } else {
                          vErrors.push(err9);
                        }
                        errors++;
                      }
                      if (errors === _errs13) {
                        if (typeof data5 == 'number' && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            const err10 = {
                              instancePath: instancePath + '/signatures',
                              schemaPath: '#/anyOf/0/properties/signatures/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              message: 'must be >= 0',
                            };
                            if (vErrors === null) {
                              vErrors = [err10];
                            } else {
                              vErrors.push(err10);
                            }
                            errors++;
                          }
                        }
                      }
                      var valid1 = _errs13 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.amount !== void 0 && func0.call(data, 'amount')) {
                        let data6 = data.amount;
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (typeof data6 === 'string') {
                            if (!pattern4.test(data6)) {
                              const err11 = {
                                instancePath: instancePath + '/amount',
                                schemaPath: '#/anyOf/0/properties/amount/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[0-9]{1,16}$' },
                                message: 'must match pattern "^[0-9]{1,16}$"',
                              };
                              if (vErrors === null) {
                                vErrors = [err11];
                              } else {
                                vErrors.push(err11);
                              }
                              errors++;
                            }
                          } else {
                            const err12 = {
                              instancePath: instancePath + '/amount',
                              schemaPath: '#/anyOf/0/properties/amount/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            };
                            if (vErrors === null) {
                              vErrors = [err12];
                            } else {
                              vErrors.push(err12);
                            }
                            errors++;
                          }
                        }
                        var valid1 = _errs15 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.minerFee !== void 0 && func0.call(data, 'minerFee')) {
                          let data7 = data.minerFee;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (typeof data7 === 'string') {
                              if (!pattern5.test(data7)) {
                                const err13 = {
                                  instancePath: instancePath + '/minerFee',
                                  schemaPath: '#/anyOf/0/properties/minerFee/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^-?[0-9]{1,16}$' },
                                  message: 'must match pattern "^-?[0-9]{1,16}$"',
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
                                instancePath: instancePath + '/minerFee',
                                schemaPath: '#/anyOf/0/properties/minerFee/type',
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
                          var valid1 = _errs17 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.coinjoinFee !== void 0 && func0.call(data, 'coinjoinFee')) {
                            let data8 = data.coinjoinFee;
                            const _errs19 = errors;
                            if (errors === _errs19) {
                              if (typeof data8 === 'string') {
                                if (!pattern5.test(data8)) {
                                  const err15 = {
                                    instancePath: instancePath + '/coinjoinFee',
                                    schemaPath: '#/anyOf/0/properties/coinjoinFee/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^-?[0-9]{1,16}$' },
                                    message: 'must match pattern "^-?[0-9]{1,16}$"',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err15];
                                  } else {
                                    vErrors.push(err15);
                                  }
                                  errors++;
                                }
                              } else {
                                const err16 = {
                                  instancePath: instancePath + '/coinjoinFee',
                                  schemaPath: '#/anyOf/0/properties/coinjoinFee/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                };
                                if (vErrors === null) {
                                  vErrors = [err16];
                                } else {
                                  vErrors.push(err16);
                                }
                                errors++;
                              }
                            }
                            var valid1 = _errs19 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.destinations !== void 0 && func0.call(data, 'destinations')) {
                              let data9 = data.destinations;
                              const _errs21 = errors;
                              if (errors === _errs21) {
                                if (Array.isArray(data9)) {
                                  var valid2 = true;
                                  const len0 = data9.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    let data10 = data9[i0];
                                    const _errs23 = errors;
                                    if (errors === _errs23) {
                                      if (typeof data10 === 'string') {
                                        if (!pattern7.test(data10)) {
                                          const err17 = {
                                            instancePath: instancePath + '/destinations/' + i0,
                                            schemaPath: '#/anyOf/0/properties/destinations/items/pattern',
                                            keyword: 'pattern',
                                            params: { pattern: '^([0-9a-f]{2})*$' },
                                            message: 'must match pattern "^([0-9a-f]{2})*$"',
                                          };
                                          if (vErrors === null) {
                                            vErrors = [err17];
                                          } else {
                                            vErrors.push(err17);
                                          }
                                          errors++;
                                        }
                                      } else {
                                        const err18 = {
                                          instancePath: instancePath + '/destinations/' + i0,
                                          schemaPath: '#/anyOf/0/properties/destinations/items/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err18];
                                        } else {
                                          vErrors.push(err18);
                                        }
                                        errors++;
                                      }
                                    }
                                    var valid2 = _errs23 === errors;
                                    if (!valid2) {
                                      break;
                                    }
                                  }
                                } else {
                                  const err19 = {
                                    instancePath: instancePath + '/destinations',
                                    schemaPath: '#/anyOf/0/properties/destinations/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err19];
                                  } else {
                                    vErrors.push(err19);
                                  }
                                  errors++;
                                }
                              }
                              var valid1 = _errs21 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.rules !== void 0 && func0.call(data, 'rules')) {
                                let data11 = data.rules;
                                const _errs25 = errors;
                                const _errs26 = errors;
                                let valid3 = false;
                                const _errs27 = errors;
                                if (errors === _errs27) {
                                  if (typeof data11 === 'string') {
                                    if (!pattern8.test(data11)) {
                                      const err20 = {
                                        instancePath: instancePath + '/rules',
                                        schemaPath: '#/anyOf/0/properties/rules/anyOf/0/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9a-f]{16}$' },
                                        message: 'must match pattern "^[0-9a-f]{16}$"',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err20];
                                      } else {
                                        vErrors.push(err20);
                                      }
                                      errors++;
                                    }
                                  } else {
                                    const err21 = {
                                      instancePath: instancePath + '/rules',
                                      schemaPath: '#/anyOf/0/properties/rules/anyOf/0/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err21];
                                    } else {
                                      vErrors.push(err21);
                                    }
                                    errors++;
                                  }
                                }
                                var _valid1 = _errs27 === errors;
                                valid3 = valid3 || _valid1;
                                const _errs29 = errors;
                                if (data11 !== null) {
                                  const err22 = {
                                    instancePath: instancePath + '/rules',
                                    schemaPath: '#/anyOf/0/properties/rules/anyOf/1/type',
                                    keyword: 'type',
                                    params: { type: 'null' },
                                    message: 'must be null',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err22];
                                  } else {
                                    vErrors.push(err22);
                                  }
                                  errors++;
                                }
                                var _valid1 = _errs29 === errors;
                                valid3 = valid3 || _valid1;
                                if (!valid3) {
                                  const err23 = {
                                    instancePath: instancePath + '/rules',
                                    schemaPath: '#/anyOf/0/properties/rules/anyOf',
                                    keyword: 'anyOf',
                                    params: {},
                                    message: 'must match a schema in anyOf',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err23];
                                  } else {
                                    vErrors.push(err23);
                                  }
                                  errors++;
                                } else {
                                  errors = _errs26;
                                  if (vErrors !== null) {
                                    if (_errs26) {
                                      vErrors.length = _errs26;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                }
                                var valid1 = _errs25 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.reason !== void 0 && func0.call(data, 'reason')) {
                                  let data12 = data.reason;
                                  const _errs31 = errors;
                                  if (!(
                                    data12 === 'user' ||
                                    data12 === 'yes' ||
                                    data12 === 'allowance' ||
                                    data12 === 'maker-rules' ||
                                    data12 === 'command'
                                  )) {
                                    const err24 = {
                                      instancePath: instancePath + '/reason',
                                      schemaPath: '#/anyOf/0/properties/reason/enum',
                                      keyword: 'enum',
                                      params: { allowedValues: schema31.anyOf[0].properties.reason.enum },
                                      message: 'must be equal to one of the allowed values',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err24];
                                    } else {
                                      vErrors.push(err24);
                                    }
                                    errors++;
                                  }
                                  var valid1 = _errs31 === errors;
                                } else {
                                  var valid1 = true;
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
      const err25 = {
        instancePath,
        schemaPath: '#/anyOf/0/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err25];
      } else {
        vErrors.push(err25);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs32 = errors;
  if (errors === _errs32) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing1 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing1 = 'blockTime')) ||
        ((data.act === void 0 || !func0.call(data, 'act')) && (missing1 = 'act')) ||
        ((data.subject === void 0 || !func0.call(data, 'subject')) && (missing1 = 'subject')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing1 = 'outcome')) ||
        ((data.rule === void 0 || !func0.call(data, 'rule')) && (missing1 = 'rule')) ||
        ((data.unlogged === void 0 || !func0.call(data, 'unlogged')) && (missing1 = 'unlogged'))
      ) {
        const err26 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: missing1 },
          message: "must have required property '" + missing1 + "'",
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      } else {
        const _errs34 = errors;
        for (const key1 of Object.keys(data)) {
          if (!(
            key1 === 'at' ||
            key1 === 'blockTime' ||
            key1 === 'act' ||
            key1 === 'subject' ||
            key1 === 'outcome' ||
            key1 === 'rule' ||
            key1 === 'unlogged'
          )) {
            const err27 = {
              instancePath,
              schemaPath: '#/anyOf/1/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
            break;
          }
        }
        if (_errs34 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data13 = data.at;
            const _errs35 = errors;
            if (!(typeof data13 == 'number' && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
              const err28 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/1/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (errors === _errs35) {
              if (typeof data13 == 'number' && isFinite(data13)) {
                if (data13 < 0 || isNaN(data13)) {
                  const err29 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/1/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              }
            }
            var valid4 = _errs35 === errors;
          } else {
            var valid4 = true;
          }
          if (valid4) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data14 = data.blockTime;
              const _errs37 = errors;
              if (!(typeof data14 == 'number' && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
                const err30 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/1/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
              if (errors === _errs37) {
                if (typeof data14 == 'number' && isFinite(data14)) {
                  if (data14 < 0 || isNaN(data14)) {
                    const err31 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/1/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                }
              }
              var valid4 = _errs37 === errors;
            } else {
              var valid4 = true;
            }
            if (valid4) {
              if (data.act !== void 0 && func0.call(data, 'act')) {
                const _errs39 = errors;
                if (typeof data.act !== 'string') {
                  const err32 = {
                    instancePath: instancePath + '/act',
                    schemaPath: '#/anyOf/1/properties/act/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
                var valid4 = _errs39 === errors;
              } else {
                var valid4 = true;
              }
              if (valid4) {
                if (data.subject !== void 0 && func0.call(data, 'subject')) {
                  const _errs41 = errors;
                  if (typeof data.subject !== 'string') {
                    const err33 = {
                      instancePath: instancePath + '/subject',
                      schemaPath: '#/anyOf/1/properties/subject/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err33];
                    } else {
                      vErrors.push(err33);
                    }
                    errors++;
                  }
                  var valid4 = _errs41 === errors;
                } else {
                  var valid4 = true;
                }
                if (valid4) {
                  if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                    const _errs43 = errors;
                    if ('refused' !== data.outcome) {
                      const err34 = {
                        instancePath: instancePath + '/outcome',
                        schemaPath: '#/anyOf/1/properties/outcome/const',
                        keyword: 'const',
                        params: { allowedValue: 'refused' },
                        message: 'must be equal to constant',
                      };
                      if (vErrors === null) {
                        vErrors = [err34];
                      } else {
                        vErrors.push(err34);
                      }
                      errors++;
                    }
                    var valid4 = _errs43 === errors;
                  } else {
                    var valid4 = true;
                  }
                  if (valid4) {
                    if (data.rule !== void 0 && func0.call(data, 'rule')) {
                      const _errs44 = errors;
                      if (typeof data.rule !== 'string') {
                        const err35 = {
                          instancePath: instancePath + '/rule',
                          schemaPath: '#/anyOf/1/properties/rule/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err35];
                        } else {
                          vErrors.push(err35);
                        }
                        errors++;
                      }
                      var valid4 = _errs44 === errors;
                    } else {
                      var valid4 = true;
                    }
                    if (valid4) {
                      if (data.unlogged !== void 0 && func0.call(data, 'unlogged')) {
                        let data19 = data.unlogged;
                        const _errs46 = errors;
                        if (!(
                          typeof data19 == 'number' &&
                          !(data19 % 1) &&
                          !isNaN(data19) &&
                          isFinite(data19)
                        )) {
                          const err36 = {
                            instancePath: instancePath + '/unlogged',
                            schemaPath: '#/anyOf/1/properties/unlogged/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          };
                          if (vErrors === null) {
                            vErrors = [err36];
                          } else {
                            vErrors.push(err36);
                          }
                          errors++;
                        }
                        if (errors === _errs46) {
                          if (typeof data19 == 'number' && isFinite(data19)) {
                            if (data19 < 0 || isNaN(data19)) {
                              const err37 = {
                                instancePath: instancePath + '/unlogged',
                                schemaPath: '#/anyOf/1/properties/unlogged/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              };
                              if (vErrors === null) {
                                vErrors = [err37];
                              } else {
                                vErrors.push(err37);
                              }
                              errors++;
                            }
                          }
                        }
                        var valid4 = _errs46 === errors;
                      } else {
                        var valid4 = true;
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
      const err38 = {
        instancePath,
        schemaPath: '#/anyOf/1/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err38];
      } else {
        vErrors.push(err38);
      }
      errors++;
    }
  }
  var _valid0 = _errs32 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs48 = errors;
  if (errors === _errs48) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing2;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing2 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing2 = 'blockTime')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing2 = 'outcome')) ||
        ((data.before === void 0 || !func0.call(data, 'before')) && (missing2 = 'before')) ||
        ((data.after === void 0 || !func0.call(data, 'after')) && (missing2 = 'after'))
      ) {
        const err39 = {
          instancePath,
          schemaPath: '#/anyOf/2/required',
          keyword: 'required',
          params: { missingProperty: missing2 },
          message: "must have required property '" + missing2 + "'",
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      } else {
        const _errs50 = errors;
        for (const key2 of Object.keys(data)) {
          if (!(
            key2 === 'at' ||
            key2 === 'blockTime' ||
            key2 === 'outcome' ||
            key2 === 'before' ||
            key2 === 'after'
          )) {
            const err40 = {
              instancePath,
              schemaPath: '#/anyOf/2/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
            break;
          }
        }
        if (_errs50 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data20 = data.at;
            const _errs51 = errors;
            if (!(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
              const err41 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/2/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (errors === _errs51) {
              if (typeof data20 == 'number' && isFinite(data20)) {
                if (data20 < 0 || isNaN(data20)) {
                  const err42 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/2/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
              }
            }
            var valid5 = _errs51 === errors;
          } else {
            var valid5 = true;
          }
          if (valid5) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data21 = data.blockTime;
              const _errs53 = errors;
              if (!(typeof data21 == 'number' && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
                const err43 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/2/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
              if (errors === _errs53) {
                if (typeof data21 == 'number' && isFinite(data21)) {
                  if (data21 < 0 || isNaN(data21)) {
                    const err44 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/2/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
              }
              var valid5 = _errs53 === errors;
            } else {
              var valid5 = true;
            }
            if (valid5) {
              if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                const _errs55 = errors;
                if ('rules' !== data.outcome) {
                  const err45 = {
                    instancePath: instancePath + '/outcome',
                    schemaPath: '#/anyOf/2/properties/outcome/const',
                    keyword: 'const',
                    params: { allowedValue: 'rules' },
                    message: 'must be equal to constant',
                  };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
                var valid5 = _errs55 === errors;
              } else {
                var valid5 = true;
              }
              if (valid5) {
                if (data.before !== void 0 && func0.call(data, 'before')) {
                  let data23 = data.before;
                  const _errs56 = errors;
                  const _errs57 = errors;
                  let valid6 = false;
                  const _errs58 = errors;
                  if (errors === _errs58) {
                    if (typeof data23 === 'string') {
                      if (!pattern9.test(data23)) {
                        const err46 = {
                          instancePath: instancePath + '/before',
                          schemaPath: '#/anyOf/2/properties/before/anyOf/0/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^[0-9a-f]{64}$' },
                          message: 'must match pattern "^[0-9a-f]{64}$"',
                        };
                        if (vErrors === null) {
                          vErrors = [err46];
                        } else {
                          vErrors.push(err46);
                        }
                        errors++;
                      }
                    } else {
                      const err47 = {
                        instancePath: instancePath + '/before',
                        schemaPath: '#/anyOf/2/properties/before/anyOf/0/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      };
                      if (vErrors === null) {
                        vErrors = [err47];
                      } else {
                        vErrors.push(err47);
                      }
                      errors++;
                    }
                  }
                  var _valid2 = _errs58 === errors;
                  valid6 = valid6 || _valid2;
                  const _errs60 = errors;
                  if (data23 !== null) {
                    const err48 = {
                      instancePath: instancePath + '/before',
                      schemaPath: '#/anyOf/2/properties/before/anyOf/1/type',
                      keyword: 'type',
                      params: { type: 'null' },
                      message: 'must be null',
                    };
                    if (vErrors === null) {
                      vErrors = [err48];
                    } else {
                      vErrors.push(err48);
                    }
                    errors++;
                  }
                  var _valid2 = _errs60 === errors;
                  valid6 = valid6 || _valid2;
                  if (!valid6) {
                    const err49 = {
                      instancePath: instancePath + '/before',
                      schemaPath: '#/anyOf/2/properties/before/anyOf',
                      keyword: 'anyOf',
                      params: {},
                      message: 'must match a schema in anyOf',
                    };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  } else {
                    errors = _errs57;
                    if (vErrors !== null) {
                      if (_errs57) {
                        vErrors.length = _errs57;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  var valid5 = _errs56 === errors;
                } else {
                  var valid5 = true;
                }
                if (valid5) {
                  if (data.after !== void 0 && func0.call(data, 'after')) {
                    let data24 = data.after;
                    const _errs62 = errors;
                    const _errs63 = errors;
                    let valid7 = false;
                    const _errs64 = errors;
                    if (errors === _errs64) {
                      if (typeof data24 === 'string') {
                        if (!pattern9.test(data24)) {
                          const err50 = {
                            instancePath: instancePath + '/after',
                            schemaPath: '#/anyOf/2/properties/after/anyOf/0/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[0-9a-f]{64}$' },
                            message: 'must match pattern "^[0-9a-f]{64}$"',
                          };
                          if (vErrors === null) {
                            vErrors = [err50];
                          } else {
                            vErrors.push(err50);
                          }
                          errors++;
                        }
                      } else {
                        const err51 = {
                          instancePath: instancePath + '/after',
                          schemaPath: '#/anyOf/2/properties/after/anyOf/0/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err51];
                        } else {
                          vErrors.push(err51);
                        }
                        errors++;
                      }
                    }
                    var _valid3 = _errs64 === errors;
                    valid7 = valid7 || _valid3;
                    const _errs66 = errors;
                    if (data24 !== null) {
                      const err52 = {
                        instancePath: instancePath + '/after',
                        schemaPath: '#/anyOf/2/properties/after/anyOf/1/type',
                        keyword: 'type',
                        params: { type: 'null' },
                        message: 'must be null',
                      };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                    var _valid3 = _errs66 === errors;
                    valid7 = valid7 || _valid3;
                    if (!valid7) {
                      const err53 = {
                        instancePath: instancePath + '/after',
                        schemaPath: '#/anyOf/2/properties/after/anyOf',
                        keyword: 'anyOf',
                        params: {},
                        message: 'must match a schema in anyOf',
                      };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    } else {
                      errors = _errs63;
                      if (vErrors !== null) {
                        if (_errs63) {
                          vErrors.length = _errs63;
                        } else {
                          vErrors = null;
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
    } else {
      const err54 = {
        instancePath,
        schemaPath: '#/anyOf/2/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err54];
      } else {
        vErrors.push(err54);
      }
      errors++;
    }
  }
  var _valid0 = _errs48 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs68 = errors;
  if (errors === _errs68) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing3;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing3 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing3 = 'blockTime')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing3 = 'outcome')) ||
        ((data.upTo === void 0 || !func0.call(data, 'upTo')) && (missing3 = 'upTo')) ||
        ((data.until === void 0 || !func0.call(data, 'until')) && (missing3 = 'until'))
      ) {
        const err55 = {
          instancePath,
          schemaPath: '#/anyOf/3/required',
          keyword: 'required',
          params: { missingProperty: missing3 },
          message: "must have required property '" + missing3 + "'",
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      } else {
        const _errs70 = errors;
        for (const key3 of Object.keys(data)) {
          if (!(
            key3 === 'at' ||
            key3 === 'blockTime' ||
            key3 === 'outcome' ||
            key3 === 'upTo' ||
            key3 === 'until'
          )) {
            const err56 = {
              instancePath,
              schemaPath: '#/anyOf/3/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
            break;
          }
        }
        if (_errs70 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data25 = data.at;
            const _errs71 = errors;
            if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
              const err57 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/3/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (errors === _errs71) {
              if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 < 0 || isNaN(data25)) {
                  const err58 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/3/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
              }
            }
            var valid8 = _errs71 === errors;
          } else {
            var valid8 = true;
          }
          if (valid8) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data26 = data.blockTime;
              const _errs73 = errors;
              if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                const err59 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/3/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
              if (errors === _errs73) {
                if (typeof data26 == 'number' && isFinite(data26)) {
                  if (data26 < 0 || isNaN(data26)) {
                    const err60 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/3/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err60];
                    } else {
                      vErrors.push(err60);
                    }
                    errors++;
                  }
                }
              }
              var valid8 = _errs73 === errors;
            } else {
              var valid8 = true;
            }
            if (valid8) {
              if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                const _errs75 = errors;
                if ('allowance' !== data.outcome) {
                  const err61 = {
                    instancePath: instancePath + '/outcome',
                    schemaPath: '#/anyOf/3/properties/outcome/const',
                    keyword: 'const',
                    params: { allowedValue: 'allowance' },
                    message: 'must be equal to constant',
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
                var valid8 = _errs75 === errors;
              } else {
                var valid8 = true;
              }
              if (valid8) {
                if (data.upTo !== void 0 && func0.call(data, 'upTo')) {
                  let data28 = data.upTo;
                  const _errs76 = errors;
                  if (errors === _errs76) {
                    if (typeof data28 === 'string') {
                      if (!pattern4.test(data28)) {
                        const err62 = {
                          instancePath: instancePath + '/upTo',
                          schemaPath: '#/anyOf/3/properties/upTo/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^[0-9]{1,16}$' },
                          message: 'must match pattern "^[0-9]{1,16}$"',
                        };
                        if (vErrors === null) {
                          vErrors = [err62];
                        } else {
                          vErrors.push(err62);
                        }
                        errors++;
                      }
                    } else {
                      const err63 = {
                        instancePath: instancePath + '/upTo',
                        schemaPath: '#/anyOf/3/properties/upTo/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      };
                      if (vErrors === null) {
                        vErrors = [err63];
                      } else {
                        vErrors.push(err63);
                      }
                      errors++;
                    }
                  }
                  var valid8 = _errs76 === errors;
                } else {
                  var valid8 = true;
                }
                if (valid8) {
                  if (data.until !== void 0 && func0.call(data, 'until')) {
                    let data29 = data.until;
                    const _errs78 = errors;
                    if (!(typeof data29 == 'number' && !(data29 % 1) && !isNaN(data29) && isFinite(data29))) {
                      const err64 = {
                        instancePath: instancePath + '/until',
                        schemaPath: '#/anyOf/3/properties/until/type',
                        keyword: 'type',
                        params: { type: 'integer' },
                        message: 'must be integer',
                      };
                      if (vErrors === null) {
                        vErrors = [err64];
                      } else {
                        vErrors.push(err64);
                      }
                      errors++;
                    }
                    if (errors === _errs78) {
                      if (typeof data29 == 'number' && isFinite(data29)) {
                        if (data29 < 0 || isNaN(data29)) {
                          const err65 = {
                            instancePath: instancePath + '/until',
                            schemaPath: '#/anyOf/3/properties/until/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 0 },
                            message: 'must be >= 0',
                          };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                        }
                      }
                    }
                    var valid8 = _errs78 === errors;
                  } else {
                    var valid8 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      const err66 = {
        instancePath,
        schemaPath: '#/anyOf/3/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err66];
      } else {
        vErrors.push(err66);
      }
      errors++;
    }
  }
  var _valid0 = _errs68 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs80 = errors;
  if (errors === _errs80) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing4;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing4 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing4 = 'blockTime')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing4 = 'outcome')) ||
        ((data.count === void 0 || !func0.call(data, 'count')) && (missing4 = 'count'))
      ) {
        const err67 = {
          instancePath,
          schemaPath: '#/anyOf/4/required',
          keyword: 'required',
          params: { missingProperty: missing4 },
          message: "must have required property '" + missing4 + "'",
        };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      } else {
        const _errs82 = errors;
        for (const key4 of Object.keys(data)) {
          if (!(key4 === 'at' || key4 === 'blockTime' || key4 === 'outcome' || key4 === 'count')) {
            const err68 = {
              instancePath,
              schemaPath: '#/anyOf/4/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
            break;
          }
        }
        if (_errs82 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data30 = data.at;
            const _errs83 = errors;
            if (!(typeof data30 == 'number' && !(data30 % 1) && !isNaN(data30) && isFinite(data30))) {
              const err69 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/4/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            if (errors === _errs83) {
              if (typeof data30 == 'number' && isFinite(data30)) {
                if (data30 < 0 || isNaN(data30)) {
                  const err70 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/4/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
              }
            }
            var valid9 = _errs83 === errors;
          } else {
            var valid9 = true;
          }
          if (valid9) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data31 = data.blockTime;
              const _errs85 = errors;
              if (!(typeof data31 == 'number' && !(data31 % 1) && !isNaN(data31) && isFinite(data31))) {
                const err71 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/4/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
              if (errors === _errs85) {
                if (typeof data31 == 'number' && isFinite(data31)) {
                  if (data31 < 0 || isNaN(data31)) {
                    const err72 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/4/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err72];
                    } else {
                      vErrors.push(err72);
                    }
                    errors++;
                  }
                }
              }
              var valid9 = _errs85 === errors;
            } else {
              var valid9 = true;
            }
            if (valid9) {
              if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                const _errs87 = errors;
                if ('allowances-ended' !== data.outcome) {
                  const err73 = {
                    instancePath: instancePath + '/outcome',
                    schemaPath: '#/anyOf/4/properties/outcome/const',
                    keyword: 'const',
                    params: { allowedValue: 'allowances-ended' },
                    message: 'must be equal to constant',
                  };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
                var valid9 = _errs87 === errors;
              } else {
                var valid9 = true;
              }
              if (valid9) {
                if (data.count !== void 0 && func0.call(data, 'count')) {
                  let data33 = data.count;
                  const _errs88 = errors;
                  if (!(typeof data33 == 'number' && !(data33 % 1) && !isNaN(data33) && isFinite(data33))) {
                    const err74 = {
                      instancePath: instancePath + '/count',
                      schemaPath: '#/anyOf/4/properties/count/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    };
                    if (vErrors === null) {
                      vErrors = [err74];
                    } else {
                      vErrors.push(err74);
                    }
                    errors++;
                  }
                  if (errors === _errs88) {
                    if (typeof data33 == 'number' && isFinite(data33)) {
                      if (data33 < 0 || isNaN(data33)) {
                        const err75 = {
                          instancePath: instancePath + '/count',
                          schemaPath: '#/anyOf/4/properties/count/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 0 },
                          message: 'must be >= 0',
                        };
                        if (vErrors === null) {
                          vErrors = [err75];
                        } else {
                          vErrors.push(err75);
                        }
                        errors++;
                      }
                    }
                  }
                  var valid9 = _errs88 === errors;
                } else {
                  var valid9 = true;
                }
              }
            }
          }
        }
      }
    } else {
      const err76 = {
        instancePath,
        schemaPath: '#/anyOf/4/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err76];
      } else {
        vErrors.push(err76);
      }
      errors++;
    }
  }
  var _valid0 = _errs80 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs90 = errors;
  if (errors === _errs90) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing5;
      if (
        ((data.at === void 0 || !func0.call(data, 'at')) && (missing5 = 'at')) ||
        ((data.blockTime === void 0 || !func0.call(data, 'blockTime')) && (missing5 = 'blockTime')) ||
        ((data.outcome === void 0 || !func0.call(data, 'outcome')) && (missing5 = 'outcome')) ||
        ((data.entries === void 0 || !func0.call(data, 'entries')) && (missing5 = 'entries')) ||
        ((data.head === void 0 || !func0.call(data, 'head')) && (missing5 = 'head'))
      ) {
        const err77 = {
          instancePath,
          schemaPath: '#/anyOf/5/required',
          keyword: 'required',
          params: { missingProperty: missing5 },
          message: "must have required property '" + missing5 + "'",
        };
        if (vErrors === null) {
          vErrors = [err77];
        } else {
          vErrors.push(err77);
        }
        errors++;
      } else {
        const _errs92 = errors;
        for (const key5 of Object.keys(data)) {
          if (!(
            key5 === 'at' ||
            key5 === 'blockTime' ||
            key5 === 'outcome' ||
            key5 === 'entries' ||
            key5 === 'head'
          )) {
            const err78 = {
              instancePath,
              schemaPath: '#/anyOf/5/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key5 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
            break;
          }
        }
        if (_errs92 === errors) {
          if (data.at !== void 0 && func0.call(data, 'at')) {
            let data34 = data.at;
            const _errs93 = errors;
            if (!(typeof data34 == 'number' && !(data34 % 1) && !isNaN(data34) && isFinite(data34))) {
              const err79 = {
                instancePath: instancePath + '/at',
                schemaPath: '#/anyOf/5/properties/at/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err79];
              } else {
                vErrors.push(err79);
              }
              errors++;
            }
            if (errors === _errs93) {
              if (typeof data34 == 'number' && isFinite(data34)) {
                if (data34 < 0 || isNaN(data34)) {
                  const err80 = {
                    instancePath: instancePath + '/at',
                    schemaPath: '#/anyOf/5/properties/at/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              }
            }
            var valid10 = _errs93 === errors;
          } else {
            var valid10 = true;
          }
          if (valid10) {
            if (data.blockTime !== void 0 && func0.call(data, 'blockTime')) {
              let data35 = data.blockTime;
              const _errs95 = errors;
              if (!(typeof data35 == 'number' && !(data35 % 1) && !isNaN(data35) && isFinite(data35))) {
                const err81 = {
                  instancePath: instancePath + '/blockTime',
                  schemaPath: '#/anyOf/5/properties/blockTime/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
              if (errors === _errs95) {
                if (typeof data35 == 'number' && isFinite(data35)) {
                  if (data35 < 0 || isNaN(data35)) {
                    const err82 = {
                      instancePath: instancePath + '/blockTime',
                      schemaPath: '#/anyOf/5/properties/blockTime/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err82];
                    } else {
                      vErrors.push(err82);
                    }
                    errors++;
                  }
                }
              }
              var valid10 = _errs95 === errors;
            } else {
              var valid10 = true;
            }
            if (valid10) {
              if (data.outcome !== void 0 && func0.call(data, 'outcome')) {
                const _errs97 = errors;
                if ('restarted' !== data.outcome) {
                  const err83 = {
                    instancePath: instancePath + '/outcome',
                    schemaPath: '#/anyOf/5/properties/outcome/const',
                    keyword: 'const',
                    params: { allowedValue: 'restarted' },
                    message: 'must be equal to constant',
                  };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                var valid10 = _errs97 === errors;
              } else {
                var valid10 = true;
              }
              if (valid10) {
                if (data.entries !== void 0 && func0.call(data, 'entries')) {
                  let data37 = data.entries;
                  const _errs98 = errors;
                  if (!(typeof data37 == 'number' && !(data37 % 1) && !isNaN(data37) && isFinite(data37))) {
                    const err84 = {
                      instancePath: instancePath + '/entries',
                      schemaPath: '#/anyOf/5/properties/entries/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    };
                    if (vErrors === null) {
                      vErrors = [err84];
                    } else {
                      vErrors.push(err84);
                    }
                    errors++;
                  }
                  if (errors === _errs98) {
                    if (typeof data37 == 'number' && isFinite(data37)) {
                      if (data37 < 0 || isNaN(data37)) {
                        const err85 = {
                          instancePath: instancePath + '/entries',
                          schemaPath: '#/anyOf/5/properties/entries/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 0 },
                          message: 'must be >= 0',
                        };
                        if (vErrors === null) {
                          vErrors = [err85];
                        } else {
                          vErrors.push(err85);
                        }
                        errors++;
                      }
                    }
                  }
                  var valid10 = _errs98 === errors;
                } else {
                  var valid10 = true;
                }
                if (valid10) {
                  if (data.head !== void 0 && func0.call(data, 'head')) {
                    let data38 = data.head;
                    const _errs100 = errors;
                    if (errors === _errs100) {
                      if (typeof data38 === 'string') {
                        if (!pattern9.test(data38)) {
                          const err86 = {
                            instancePath: instancePath + '/head',
                            schemaPath: '#/anyOf/5/properties/head/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[0-9a-f]{64}$' },
                            message: 'must match pattern "^[0-9a-f]{64}$"',
                          };
                          if (vErrors === null) {
                            vErrors = [err86];
                          } else {
                            vErrors.push(err86);
                          }
                          errors++;
                        }
                      } else {
                        const err87 = {
                          instancePath: instancePath + '/head',
                          schemaPath: '#/anyOf/5/properties/head/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        };
                        if (vErrors === null) {
                          vErrors = [err87];
                        } else {
                          vErrors.push(err87);
                        }
                        errors++;
                      }
                    }
                    var valid10 = _errs100 === errors;
                  } else {
                    var valid10 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      const err88 = {
        instancePath,
        schemaPath: '#/anyOf/5/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err88];
      } else {
        vErrors.push(err88);
      }
      errors++;
    }
  }
  var _valid0 = _errs90 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err89 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      message: 'must match a schema in anyOf',
    };
    if (vErrors === null) {
      vErrors = [err89];
    } else {
      vErrors.push(err89);
    }
    errors++;
    validate20.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate20.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate20.evaluated = { dynamicProps: true, dynamicItems: false };
export { schema_auditEntry_default as auditEntry };
