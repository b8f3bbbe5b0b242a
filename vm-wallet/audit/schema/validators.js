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
  ],
};
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp('^[0-9]{1,16}$', 'u');
var pattern5 = new RegExp('^-?[0-9]{1,16}$', 'u');
var pattern7 = new RegExp('^([0-9a-f]{2})*$', 'u');
var pattern8 = new RegExp('^[0-9a-f]{16}$', 'u');
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
  if (!valid0) {
    const err39 = {
      instancePath,
      schemaPath: '#/anyOf',
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
