// Compiled by `npm run schemas` from definitions.ts. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) =>
  function __require() {
    try {
      return (mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports);
    } catch (e) {
      throw ((mod = 0), e);
    }
  };

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  'node_modules/ajv/dist/runtime/ucs2length.js'(exports) {
    'use strict';
    Object.defineProperty(exports, '__esModule', { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320) pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  },
});

// schema:schema:abortUtxoSetScanAnswer
var schema_abortUtxoSetScanAnswer_default = validate20;
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
      for (const key0 of Object.keys(data)) {
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

// schema:schema:abortUtxoSetScanRequest
var schema_abortUtxoSetScanRequest_default = validate202;
function validate202(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate202.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate202.errors = [
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
    } else {
      validate202.errors = [
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
  validate202.errors = vErrors;
  return errors === 0;
}
validate202.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:blockAnswer
var schema_blockAnswer_default = validate203;
function validate203(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate203.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate203.errors = [
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
    } else {
      validate203.errors = [
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
  validate203.errors = vErrors;
  return errors === 0;
}
validate203.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:blockRequest
var schema_blockRequest_default = validate204;
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate204(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate204.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.hash === void 0 || !func0.call(data, 'hash')) && (missing0 = 'hash')) {
        validate204.errors = [
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
          if (!(key0 === 'hash')) {
            validate204.errors = [
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
          if (data.hash !== void 0 && func0.call(data, 'hash')) {
            let data0 = data.hash;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern4.test(data0)) {
                  validate204.errors = [
                    {
                      instancePath: instancePath + '/hash',
                      schemaPath: '#/properties/hash/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate204.errors = [
                  {
                    instancePath: instancePath + '/hash',
                    schemaPath: '#/properties/hash/type',
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
      }
    } else {
      validate204.errors = [
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
  validate204.errors = vErrors;
  return errors === 0;
}
validate204.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:broadcastAnswer
var schema_broadcastAnswer_default = validate205;
var func02 = Object.prototype.hasOwnProperty;
var func68 = require_ucs2length().default;
var pattern42 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate205(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate205.evaluated;
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
        ((data.accepted === void 0 || !func02.call(data, 'accepted')) && (missing0 = 'accepted')) ||
        ((data.txid === void 0 || !func02.call(data, 'txid')) && (missing0 = 'txid'))
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
          if (!(key0 === 'accepted' || key0 === 'txid')) {
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
          if (data.accepted !== void 0 && func02.call(data, 'accepted')) {
            const _errs4 = errors;
            if (true !== data.accepted) {
              const err2 = {
                instancePath: instancePath + '/accepted',
                schemaPath: '#/anyOf/0/properties/accepted/const',
                keyword: 'const',
                params: { allowedValue: true },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid1 = _errs4 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.txid !== void 0 && func02.call(data, 'txid')) {
              let data1 = data.txid;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data1 === 'string') {
                  if (!pattern42.test(data1)) {
                    const err3 = {
                      instancePath: instancePath + '/txid',
                      schemaPath: '#/anyOf/0/properties/txid/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                } else {
                  const err4 = {
                    instancePath: instancePath + '/txid',
                    schemaPath: '#/anyOf/0/properties/txid/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
              }
              var valid1 = _errs5 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/anyOf/0/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs7 = errors;
  if (errors === _errs7) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1;
      if (
        ((data.accepted === void 0 || !func02.call(data, 'accepted')) && (missing1 = 'accepted')) ||
        ((data.reason === void 0 || !func02.call(data, 'reason')) && (missing1 = 'reason'))
      ) {
        const err6 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: missing1 },
          message: "must have required property '" + missing1 + "'",
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        const _errs9 = errors;
        for (const key1 of Object.keys(data)) {
          if (!(key1 === 'accepted' || key1 === 'reason')) {
            const err7 = {
              instancePath,
              schemaPath: '#/anyOf/1/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
            break;
          }
        }
        if (_errs9 === errors) {
          if (data.accepted !== void 0 && func02.call(data, 'accepted')) {
            const _errs10 = errors;
            if (false !== data.accepted) {
              const err8 = {
                instancePath: instancePath + '/accepted',
                schemaPath: '#/anyOf/1/properties/accepted/const',
                keyword: 'const',
                params: { allowedValue: false },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            var valid2 = _errs10 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.reason !== void 0 && func02.call(data, 'reason')) {
              let data3 = data.reason;
              const _errs11 = errors;
              if (errors === _errs11) {
                if (typeof data3 === 'string') {
                  if (func68(data3) > 300) {
                    const err9 = {
                      instancePath: instancePath + '/reason',
                      schemaPath: '#/anyOf/1/properties/reason/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 300 },
                      message: 'must NOT have more than 300 characters',
                    };
                    if (vErrors === null) {
                      vErrors = [err9];
                    } else {
                      vErrors.push(err9);
                    }
                    errors++;
                  }
                } else {
                  const err10 = {
                    instancePath: instancePath + '/reason',
                    schemaPath: '#/anyOf/1/properties/reason/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              }
              var valid2 = _errs11 === errors;
            } else {
              var valid2 = true;
            }
          }
        }
      }
    } else {
      const err11 = {
        instancePath,
        schemaPath: '#/anyOf/1/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err12 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      message: 'must match a schema in anyOf',
    };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
    validate205.errors = vErrors;
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
  validate205.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate205.evaluated = { dynamicProps: true, dynamicItems: false };

// schema:schema:broadcastRequest
var schema_broadcastRequest_default = validate206;
function validate206(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate206.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate206.errors = [
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
    } else {
      validate206.errors = [
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
  validate206.errors = vErrors;
  return errors === 0;
}
validate206.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:closeAnswer
var schema_closeAnswer_default = validate207;
function validate207(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate207.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate207.errors = [
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
    } else {
      validate207.errors = [
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
  validate207.errors = vErrors;
  return errors === 0;
}
validate207.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:closeRequest
var schema_closeRequest_default = validate208;
function validate208(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate208.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate208.errors = [
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
    } else {
      validate208.errors = [
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
  validate208.errors = vErrors;
  return errors === 0;
}
validate208.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:coinsAnswer
var schema_coinsAnswer_default = validate209;
var func03 = Object.prototype.hasOwnProperty;
var func89 = require_ucs2length().default;
var pattern43 = new RegExp('^[0-9a-f]{64}$', 'u');
var pattern5 = new RegExp('^[a-z][a-z0-9-]{0,63}$', 'u');
function validate209(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate209.evaluated;
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
        ((data.evidence === void 0 || !func03.call(data, 'evidence')) && (missing0 = 'evidence')) ||
        ((data.coins === void 0 || !func03.call(data, 'coins')) && (missing0 = 'coins'))
      ) {
        validate209.errors = [
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
          if (!(key0 === 'evidence' || key0 === 'coins')) {
            validate209.errors = [
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
          if (data.evidence !== void 0 && func03.call(data, 'evidence')) {
            let data0 = data.evidence;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 16) {
                  validate209.errors = [
                    {
                      instancePath: instancePath + '/evidence',
                      schemaPath: '#/properties/evidence/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 16 },
                      message: 'must NOT have more than 16 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                        let missing1;
                        if (
                          ((data1.transactionBytes === void 0 || !func03.call(data1, 'transactionBytes')) &&
                            (missing1 = 'transactionBytes')) ||
                          ((data1.confirmation === void 0 || !func03.call(data1, 'confirmation')) &&
                            (missing1 = 'confirmation'))
                        ) {
                          validate209.errors = [
                            {
                              instancePath: instancePath + '/evidence/' + i0,
                              schemaPath: '#/properties/evidence/items/required',
                              keyword: 'required',
                              params: { missingProperty: missing1 },
                              message: "must have required property '" + missing1 + "'",
                            },
                          ];
                          return false;
                        } else {
                          const _errs6 = errors;
                          for (const key1 of Object.keys(data1)) {
                            if (!(key1 === 'transactionBytes' || key1 === 'confirmation')) {
                              validate209.errors = [
                                {
                                  instancePath: instancePath + '/evidence/' + i0,
                                  schemaPath: '#/properties/evidence/items/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key1 },
                                  message: 'must NOT have additional properties',
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs6 === errors) {
                            if (data1.transactionBytes !== void 0 && func03.call(data1, 'transactionBytes')) {
                              let data2 = data1.transactionBytes;
                              const _errs7 = errors;
                              if (!(
                                typeof data2 == 'number' &&
                                !(data2 % 1) &&
                                !isNaN(data2) &&
                                isFinite(data2)
                              )) {
                                validate209.errors = [
                                  {
                                    instancePath: instancePath + '/evidence/' + i0 + '/transactionBytes',
                                    schemaPath:
                                      '#/properties/evidence/items/properties/transactionBytes/type',
                                    keyword: 'type',
                                    params: { type: 'integer' },
                                    message: 'must be integer',
                                  },
                                ];
                                return false;
                              }
                              if (errors === _errs7) {
                                if (typeof data2 == 'number' && isFinite(data2)) {
                                  if (data2 > 4e5 || isNaN(data2)) {
                                    validate209.errors = [
                                      {
                                        instancePath: instancePath + '/evidence/' + i0 + '/transactionBytes',
                                        schemaPath:
                                          '#/properties/evidence/items/properties/transactionBytes/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 4e5 },
                                        message: 'must be <= 400000',
                                      },
                                    ];
                                    return false;
                                  } else {
                                    if (data2 < 0 || isNaN(data2)) {
                                      validate209.errors = [
                                        {
                                          instancePath:
                                            instancePath + '/evidence/' + i0 + '/transactionBytes',
                                          schemaPath:
                                            '#/properties/evidence/items/properties/transactionBytes/minimum',
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
                              var valid2 = _errs7 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.confirmation !== void 0 && func03.call(data1, 'confirmation')) {
                                let data3 = data1.confirmation;
                                const _errs9 = errors;
                                const _errs10 = errors;
                                let valid3 = false;
                                const _errs11 = errors;
                                if (errors === _errs11) {
                                  if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                                    let missing2;
                                    if (
                                      ((data3.block === void 0 || !func03.call(data3, 'block')) &&
                                        (missing2 = 'block')) ||
                                      ((data3.height === void 0 || !func03.call(data3, 'height')) &&
                                        (missing2 = 'height')) ||
                                      ((data3.proofBytes === void 0 || !func03.call(data3, 'proofBytes')) &&
                                        (missing2 = 'proofBytes'))
                                    ) {
                                      const err0 = {
                                        instancePath: instancePath + '/evidence/' + i0 + '/confirmation',
                                        schemaPath:
                                          '#/properties/evidence/items/properties/confirmation/anyOf/0/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing2 },
                                        message: "must have required property '" + missing2 + "'",
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err0];
                                      } else {
                                        vErrors.push(err0);
                                      }
                                      errors++;
                                    } else {
                                      const _errs13 = errors;
                                      for (const key2 of Object.keys(data3)) {
                                        if (!(
                                          key2 === 'block' ||
                                          key2 === 'height' ||
                                          key2 === 'proofBytes'
                                        )) {
                                          const err1 = {
                                            instancePath: instancePath + '/evidence/' + i0 + '/confirmation',
                                            schemaPath:
                                              '#/properties/evidence/items/properties/confirmation/anyOf/0/additionalProperties',
                                            keyword: 'additionalProperties',
                                            params: { additionalProperty: key2 },
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
                                      if (_errs13 === errors) {
                                        if (data3.block !== void 0 && func03.call(data3, 'block')) {
                                          let data4 = data3.block;
                                          const _errs14 = errors;
                                          if (errors === _errs14) {
                                            if (typeof data4 === 'string') {
                                              if (!pattern43.test(data4)) {
                                                const err2 = {
                                                  instancePath:
                                                    instancePath + '/evidence/' + i0 + '/confirmation/block',
                                                  schemaPath:
                                                    '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/block/pattern',
                                                  keyword: 'pattern',
                                                  params: { pattern: '^[0-9a-f]{64}$' },
                                                  message: 'must match pattern "^[0-9a-f]{64}$"',
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
                                                  instancePath + '/evidence/' + i0 + '/confirmation/block',
                                                schemaPath:
                                                  '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/block/type',
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
                                          var valid4 = _errs14 === errors;
                                        } else {
                                          var valid4 = true;
                                        }
                                        if (valid4) {
                                          if (data3.height !== void 0 && func03.call(data3, 'height')) {
                                            let data5 = data3.height;
                                            const _errs16 = errors;
                                            if (!(
                                              typeof data5 == 'number' &&
                                              !(data5 % 1) &&
                                              !isNaN(data5) &&
                                              isFinite(data5)
                                            )) {
                                              const err4 = {
                                                instancePath:
                                                  instancePath + '/evidence/' + i0 + '/confirmation/height',
                                                schemaPath:
                                                  '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/height/type',
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
                                            if (errors === _errs16) {
                                              if (typeof data5 == 'number' && isFinite(data5)) {
                                                if (data5 > 2147483647 || isNaN(data5)) {
                                                  const err5 = {
                                                    instancePath:
                                                      instancePath +
                                                      '/evidence/' +
                                                      i0 +
                                                      '/confirmation/height',
                                                    schemaPath:
                                                      '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/height/maximum',
                                                    keyword: 'maximum',
                                                    params: { comparison: '<=', limit: 2147483647 },
                                                    message: 'must be <= 2147483647',
                                                  };
                                                  if (vErrors === null) {
                                                    vErrors = [err5];
                                                  } else {
                                                    vErrors.push(err5);
                                                  }
                                                  errors++;
                                                } else {
                                                  if (data5 < 0 || isNaN(data5)) {
                                                    const err6 = {
                                                      instancePath:
                                                        instancePath +
                                                        '/evidence/' +
                                                        i0 +
                                                        '/confirmation/height',
                                                      schemaPath:
                                                        '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/height/minimum',
                                                      keyword: 'minimum',
                                                      params: { comparison: '>=', limit: 0 },
                                                      message: 'must be >= 0',
                                                    };
                                                    if (vErrors === null) {
                                                      vErrors = [err6];
                                                    } else {
                                                      vErrors.push(err6);
                                                    }
                                                    errors++;
                                                  }
                                                }
                                              }
                                            }
                                            var valid4 = _errs16 === errors;
                                          } else {
                                            var valid4 = true;
                                          }
                                          if (valid4) {
                                            if (
                                              data3.proofBytes !== void 0 &&
                                              func03.call(data3, 'proofBytes')
                                            ) {
                                              let data6 = data3.proofBytes;
                                              const _errs18 = errors;
                                              if (!(
                                                typeof data6 == 'number' &&
                                                !(data6 % 1) &&
                                                !isNaN(data6) &&
                                                isFinite(data6)
                                              )) {
                                                const err7 = {
                                                  instancePath:
                                                    instancePath +
                                                    '/evidence/' +
                                                    i0 +
                                                    '/confirmation/proofBytes',
                                                  schemaPath:
                                                    '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/proofBytes/type',
                                                  keyword: 'type',
                                                  params: { type: 'integer' },
                                                  message: 'must be integer',
                                                };
                                                if (vErrors === null) {
                                                  vErrors = [err7];
                                                } else {
                                                  vErrors.push(err7);
                                                }
                                                errors++;
                                              }
                                              if (errors === _errs18) {
                                                if (typeof data6 == 'number' && isFinite(data6)) {
                                                  if (data6 > 2e5 || isNaN(data6)) {
                                                    const err8 = {
                                                      instancePath:
                                                        instancePath +
                                                        '/evidence/' +
                                                        i0 +
                                                        '/confirmation/proofBytes',
                                                      schemaPath:
                                                        '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/proofBytes/maximum',
                                                      keyword: 'maximum',
                                                      params: { comparison: '<=', limit: 2e5 },
                                                      message: 'must be <= 200000',
                                                    };
                                                    if (vErrors === null) {
                                                      vErrors = [err8];
                                                    } else {
                                                      vErrors.push(err8);
                                                    }
                                                    errors++;
                                                  } else {
                                                    if (data6 < 0 || isNaN(data6)) {
                                                      const err9 = {
                                                        instancePath:
                                                          instancePath +
                                                          '/evidence/' +
                                                          i0 +
                                                          '/confirmation/proofBytes',
                                                        schemaPath:
                                                          '#/properties/evidence/items/properties/confirmation/anyOf/0/properties/proofBytes/minimum',
                                                        keyword: 'minimum',
                                                        params: { comparison: '>=', limit: 0 },
                                                        message: 'must be >= 0',
                                                      };
                                                      if (vErrors === null) {
                                                        vErrors = [err9];
                                                      } else {
                                                        vErrors.push(err9);
                                                      }
                                                      errors++;
                                                    }
                                                  }
                                                }
                                              }
                                              var valid4 = _errs18 === errors;
                                            } else {
                                              var valid4 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    const err10 = {
                                      instancePath: instancePath + '/evidence/' + i0 + '/confirmation',
                                      schemaPath:
                                        '#/properties/evidence/items/properties/confirmation/anyOf/0/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                      message: 'must be object',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err10];
                                    } else {
                                      vErrors.push(err10);
                                    }
                                    errors++;
                                  }
                                }
                                var _valid0 = _errs11 === errors;
                                valid3 = valid3 || _valid0;
                                const _errs20 = errors;
                                if (data3 !== null) {
                                  const err11 = {
                                    instancePath: instancePath + '/evidence/' + i0 + '/confirmation',
                                    schemaPath:
                                      '#/properties/evidence/items/properties/confirmation/anyOf/1/type',
                                    keyword: 'type',
                                    params: { type: 'null' },
                                    message: 'must be null',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err11];
                                  } else {
                                    vErrors.push(err11);
                                  }
                                  errors++;
                                }
                                var _valid0 = _errs20 === errors;
                                valid3 = valid3 || _valid0;
                                if (!valid3) {
                                  const err12 = {
                                    instancePath: instancePath + '/evidence/' + i0 + '/confirmation',
                                    schemaPath: '#/properties/evidence/items/properties/confirmation/anyOf',
                                    keyword: 'anyOf',
                                    params: {},
                                    message: 'must match a schema in anyOf',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err12];
                                  } else {
                                    vErrors.push(err12);
                                  }
                                  errors++;
                                  validate209.errors = vErrors;
                                  return false;
                                } else {
                                  errors = _errs10;
                                  if (vErrors !== null) {
                                    if (_errs10) {
                                      vErrors.length = _errs10;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                }
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                            }
                          }
                        }
                      } else {
                        validate209.errors = [
                          {
                            instancePath: instancePath + '/evidence/' + i0,
                            schemaPath: '#/properties/evidence/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate209.errors = [
                  {
                    instancePath: instancePath + '/evidence',
                    schemaPath: '#/properties/evidence/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
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
            if (data.coins !== void 0 && func03.call(data, 'coins')) {
              let data7 = data.coins;
              const _errs22 = errors;
              if (errors === _errs22) {
                if (Array.isArray(data7)) {
                  if (data7.length > 16) {
                    validate209.errors = [
                      {
                        instancePath: instancePath + '/coins',
                        schemaPath: '#/properties/coins/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                        message: 'must NOT have more than 16 items',
                      },
                    ];
                    return false;
                  } else {
                    var valid5 = true;
                    const len1 = data7.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data8 = data7[i1];
                      const _errs24 = errors;
                      const _errs25 = errors;
                      let valid6 = false;
                      let passing0 = null;
                      const _errs26 = errors;
                      if (errors === _errs26) {
                        if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                          let missing3;
                          if (
                            ((data8.outcome === void 0 || !func03.call(data8, 'outcome')) &&
                              (missing3 = 'outcome')) ||
                            ((data8.evidence === void 0 || !func03.call(data8, 'evidence')) &&
                              (missing3 = 'evidence'))
                          ) {
                            const err13 = {
                              instancePath: instancePath + '/coins/' + i1,
                              schemaPath: '#/properties/coins/items/oneOf/0/required',
                              keyword: 'required',
                              params: { missingProperty: missing3 },
                              message: "must have required property '" + missing3 + "'",
                            };
                            if (vErrors === null) {
                              vErrors = [err13];
                            } else {
                              vErrors.push(err13);
                            }
                            errors++;
                          } else {
                            const _errs28 = errors;
                            for (const key3 of Object.keys(data8)) {
                              if (!(key3 === 'outcome' || key3 === 'evidence')) {
                                const err14 = {
                                  instancePath: instancePath + '/coins/' + i1,
                                  schemaPath: '#/properties/coins/items/oneOf/0/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key3 },
                                  message: 'must NOT have additional properties',
                                };
                                if (vErrors === null) {
                                  vErrors = [err14];
                                } else {
                                  vErrors.push(err14);
                                }
                                errors++;
                                break;
                              }
                            }
                            if (_errs28 === errors) {
                              if (data8.outcome !== void 0 && func03.call(data8, 'outcome')) {
                                const _errs29 = errors;
                                if ('found' !== data8.outcome) {
                                  const err15 = {
                                    instancePath: instancePath + '/coins/' + i1 + '/outcome',
                                    schemaPath: '#/properties/coins/items/oneOf/0/properties/outcome/const',
                                    keyword: 'const',
                                    params: { allowedValue: 'found' },
                                    message: 'must be equal to constant',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err15];
                                  } else {
                                    vErrors.push(err15);
                                  }
                                  errors++;
                                }
                                var valid7 = _errs29 === errors;
                              } else {
                                var valid7 = true;
                              }
                              if (valid7) {
                                if (data8.evidence !== void 0 && func03.call(data8, 'evidence')) {
                                  let data10 = data8.evidence;
                                  const _errs30 = errors;
                                  if (!(
                                    typeof data10 == 'number' &&
                                    !(data10 % 1) &&
                                    !isNaN(data10) &&
                                    isFinite(data10)
                                  )) {
                                    const err16 = {
                                      instancePath: instancePath + '/coins/' + i1 + '/evidence',
                                      schemaPath: '#/properties/coins/items/oneOf/0/properties/evidence/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                      message: 'must be integer',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err16];
                                    } else {
                                      vErrors.push(err16);
                                    }
                                    errors++;
                                  }
                                  if (errors === _errs30) {
                                    if (typeof data10 == 'number' && isFinite(data10)) {
                                      if (data10 > 15 || isNaN(data10)) {
                                        const err17 = {
                                          instancePath: instancePath + '/coins/' + i1 + '/evidence',
                                          schemaPath:
                                            '#/properties/coins/items/oneOf/0/properties/evidence/maximum',
                                          keyword: 'maximum',
                                          params: { comparison: '<=', limit: 15 },
                                          message: 'must be <= 15',
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err17];
                                        } else {
                                          vErrors.push(err17);
                                        }
                                        errors++;
                                      } else {
                                        if (data10 < 0 || isNaN(data10)) {
                                          const err18 = {
                                            instancePath: instancePath + '/coins/' + i1 + '/evidence',
                                            schemaPath:
                                              '#/properties/coins/items/oneOf/0/properties/evidence/minimum',
                                            keyword: 'minimum',
                                            params: { comparison: '>=', limit: 0 },
                                            message: 'must be >= 0',
                                          };
                                          if (vErrors === null) {
                                            vErrors = [err18];
                                          } else {
                                            vErrors.push(err18);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var valid7 = _errs30 === errors;
                                } else {
                                  var valid7 = true;
                                }
                              }
                            }
                          }
                        } else {
                          const err19 = {
                            instancePath: instancePath + '/coins/' + i1,
                            schemaPath: '#/properties/coins/items/oneOf/0/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          };
                          if (vErrors === null) {
                            vErrors = [err19];
                          } else {
                            vErrors.push(err19);
                          }
                          errors++;
                        }
                      }
                      var _valid1 = _errs26 === errors;
                      if (_valid1) {
                        valid6 = true;
                        passing0 = 0;
                        var props1 = true;
                      }
                      const _errs32 = errors;
                      if (errors === _errs32) {
                        if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                          let missing4;
                          if (
                            (data8.outcome === void 0 || !func03.call(data8, 'outcome')) &&
                            (missing4 = 'outcome')
                          ) {
                            const err20 = {
                              instancePath: instancePath + '/coins/' + i1,
                              schemaPath: '#/properties/coins/items/oneOf/1/required',
                              keyword: 'required',
                              params: { missingProperty: missing4 },
                              message: "must have required property '" + missing4 + "'",
                            };
                            if (vErrors === null) {
                              vErrors = [err20];
                            } else {
                              vErrors.push(err20);
                            }
                            errors++;
                          } else {
                            const _errs34 = errors;
                            for (const key4 of Object.keys(data8)) {
                              if (!(key4 === 'outcome')) {
                                const err21 = {
                                  instancePath: instancePath + '/coins/' + i1,
                                  schemaPath: '#/properties/coins/items/oneOf/1/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key4 },
                                  message: 'must NOT have additional properties',
                                };
                                if (vErrors === null) {
                                  vErrors = [err21];
                                } else {
                                  vErrors.push(err21);
                                }
                                errors++;
                                break;
                              }
                            }
                            if (_errs34 === errors) {
                              if (data8.outcome !== void 0 && func03.call(data8, 'outcome')) {
                                if ('absent' !== data8.outcome) {
                                  const err22 = {
                                    instancePath: instancePath + '/coins/' + i1 + '/outcome',
                                    schemaPath: '#/properties/coins/items/oneOf/1/properties/outcome/const',
                                    keyword: 'const',
                                    params: { allowedValue: 'absent' },
                                    message: 'must be equal to constant',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err22];
                                  } else {
                                    vErrors.push(err22);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                        } else {
                          const err23 = {
                            instancePath: instancePath + '/coins/' + i1,
                            schemaPath: '#/properties/coins/items/oneOf/1/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          };
                          if (vErrors === null) {
                            vErrors = [err23];
                          } else {
                            vErrors.push(err23);
                          }
                          errors++;
                        }
                      }
                      var _valid1 = _errs32 === errors;
                      if (_valid1 && valid6) {
                        valid6 = false;
                        passing0 = [passing0, 1];
                      } else {
                        if (_valid1) {
                          valid6 = true;
                          passing0 = 1;
                          if (props1 !== true) {
                            props1 = true;
                          }
                        }
                        const _errs36 = errors;
                        if (errors === _errs36) {
                          if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                            let missing5;
                            if (
                              ((data8.outcome === void 0 || !func03.call(data8, 'outcome')) &&
                                (missing5 = 'outcome')) ||
                              ((data8.failure === void 0 || !func03.call(data8, 'failure')) &&
                                (missing5 = 'failure'))
                            ) {
                              const err24 = {
                                instancePath: instancePath + '/coins/' + i1,
                                schemaPath: '#/properties/coins/items/oneOf/2/required',
                                keyword: 'required',
                                params: { missingProperty: missing5 },
                                message: "must have required property '" + missing5 + "'",
                              };
                              if (vErrors === null) {
                                vErrors = [err24];
                              } else {
                                vErrors.push(err24);
                              }
                              errors++;
                            } else {
                              const _errs38 = errors;
                              for (const key5 of Object.keys(data8)) {
                                if (!(key5 === 'outcome' || key5 === 'failure')) {
                                  const err25 = {
                                    instancePath: instancePath + '/coins/' + i1,
                                    schemaPath: '#/properties/coins/items/oneOf/2/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key5 },
                                    message: 'must NOT have additional properties',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err25];
                                  } else {
                                    vErrors.push(err25);
                                  }
                                  errors++;
                                  break;
                                }
                              }
                              if (_errs38 === errors) {
                                if (data8.outcome !== void 0 && func03.call(data8, 'outcome')) {
                                  const _errs39 = errors;
                                  if ('failed' !== data8.outcome) {
                                    const err26 = {
                                      instancePath: instancePath + '/coins/' + i1 + '/outcome',
                                      schemaPath: '#/properties/coins/items/oneOf/2/properties/outcome/const',
                                      keyword: 'const',
                                      params: { allowedValue: 'failed' },
                                      message: 'must be equal to constant',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err26];
                                    } else {
                                      vErrors.push(err26);
                                    }
                                    errors++;
                                  }
                                  var valid9 = _errs39 === errors;
                                } else {
                                  var valid9 = true;
                                }
                                if (valid9) {
                                  if (data8.failure !== void 0 && func03.call(data8, 'failure')) {
                                    let data13 = data8.failure;
                                    const _errs40 = errors;
                                    if (errors === _errs40) {
                                      if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                                        let missing6;
                                        if (
                                          ((data13.code === void 0 || !func03.call(data13, 'code')) &&
                                            (missing6 = 'code')) ||
                                          ((data13.message === void 0 || !func03.call(data13, 'message')) &&
                                            (missing6 = 'message')) ||
                                          ((data13.cure === void 0 || !func03.call(data13, 'cure')) &&
                                            (missing6 = 'cure'))
                                        ) {
                                          const err27 = {
                                            instancePath: instancePath + '/coins/' + i1 + '/failure',
                                            schemaPath:
                                              '#/properties/coins/items/oneOf/2/properties/failure/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing6 },
                                            message: "must have required property '" + missing6 + "'",
                                          };
                                          if (vErrors === null) {
                                            vErrors = [err27];
                                          } else {
                                            vErrors.push(err27);
                                          }
                                          errors++;
                                        } else {
                                          const _errs42 = errors;
                                          for (const key6 of Object.keys(data13)) {
                                            if (!(key6 === 'code' || key6 === 'message' || key6 === 'cure')) {
                                              const err28 = {
                                                instancePath: instancePath + '/coins/' + i1 + '/failure',
                                                schemaPath:
                                                  '#/properties/coins/items/oneOf/2/properties/failure/additionalProperties',
                                                keyword: 'additionalProperties',
                                                params: { additionalProperty: key6 },
                                                message: 'must NOT have additional properties',
                                              };
                                              if (vErrors === null) {
                                                vErrors = [err28];
                                              } else {
                                                vErrors.push(err28);
                                              }
                                              errors++;
                                              break;
                                            }
                                          }
                                          if (_errs42 === errors) {
                                            if (data13.code !== void 0 && func03.call(data13, 'code')) {
                                              let data14 = data13.code;
                                              const _errs43 = errors;
                                              if (errors === _errs43) {
                                                if (typeof data14 === 'string') {
                                                  if (!pattern5.test(data14)) {
                                                    const err29 = {
                                                      instancePath:
                                                        instancePath + '/coins/' + i1 + '/failure/code',
                                                      schemaPath:
                                                        '#/properties/coins/items/oneOf/2/properties/failure/properties/code/pattern',
                                                      keyword: 'pattern',
                                                      params: { pattern: '^[a-z][a-z0-9-]{0,63}$' },
                                                      message: 'must match pattern "^[a-z][a-z0-9-]{0,63}$"',
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
                                                      instancePath + '/coins/' + i1 + '/failure/code',
                                                    schemaPath:
                                                      '#/properties/coins/items/oneOf/2/properties/failure/properties/code/type',
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
                                              var valid10 = _errs43 === errors;
                                            } else {
                                              var valid10 = true;
                                            }
                                            if (valid10) {
                                              if (
                                                data13.message !== void 0 &&
                                                func03.call(data13, 'message')
                                              ) {
                                                let data15 = data13.message;
                                                const _errs45 = errors;
                                                if (errors === _errs45) {
                                                  if (typeof data15 === 'string') {
                                                    if (func89(data15) > 1e3) {
                                                      const err31 = {
                                                        instancePath:
                                                          instancePath + '/coins/' + i1 + '/failure/message',
                                                        schemaPath:
                                                          '#/properties/coins/items/oneOf/2/properties/failure/properties/message/maxLength',
                                                        keyword: 'maxLength',
                                                        params: { limit: 1e3 },
                                                        message: 'must NOT have more than 1000 characters',
                                                      };
                                                      if (vErrors === null) {
                                                        vErrors = [err31];
                                                      } else {
                                                        vErrors.push(err31);
                                                      }
                                                      errors++;
                                                    }
                                                  } else {
                                                    const err32 = {
                                                      instancePath:
                                                        instancePath + '/coins/' + i1 + '/failure/message',
                                                      schemaPath:
                                                        '#/properties/coins/items/oneOf/2/properties/failure/properties/message/type',
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
                                                }
                                                var valid10 = _errs45 === errors;
                                              } else {
                                                var valid10 = true;
                                              }
                                              if (valid10) {
                                                if (data13.cure !== void 0 && func03.call(data13, 'cure')) {
                                                  let data16 = data13.cure;
                                                  const _errs47 = errors;
                                                  const _errs48 = errors;
                                                  let valid11 = false;
                                                  const _errs49 = errors;
                                                  if (errors === _errs49) {
                                                    if (typeof data16 === 'string') {
                                                      if (func89(data16) > 1e3) {
                                                        const err33 = {
                                                          instancePath:
                                                            instancePath + '/coins/' + i1 + '/failure/cure',
                                                          schemaPath:
                                                            '#/properties/coins/items/oneOf/2/properties/failure/properties/cure/anyOf/0/maxLength',
                                                          keyword: 'maxLength',
                                                          params: { limit: 1e3 },
                                                          message: 'must NOT have more than 1000 characters',
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
                                                          instancePath + '/coins/' + i1 + '/failure/cure',
                                                        schemaPath:
                                                          '#/properties/coins/items/oneOf/2/properties/failure/properties/cure/anyOf/0/type',
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
                                                  var _valid2 = _errs49 === errors;
                                                  valid11 = valid11 || _valid2;
                                                  const _errs51 = errors;
                                                  if (data16 !== null) {
                                                    const err35 = {
                                                      instancePath:
                                                        instancePath + '/coins/' + i1 + '/failure/cure',
                                                      schemaPath:
                                                        '#/properties/coins/items/oneOf/2/properties/failure/properties/cure/anyOf/1/type',
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
                                                  var _valid2 = _errs51 === errors;
                                                  valid11 = valid11 || _valid2;
                                                  if (!valid11) {
                                                    const err36 = {
                                                      instancePath:
                                                        instancePath + '/coins/' + i1 + '/failure/cure',
                                                      schemaPath:
                                                        '#/properties/coins/items/oneOf/2/properties/failure/properties/cure/anyOf',
                                                      keyword: 'anyOf',
                                                      params: {},
                                                      message: 'must match a schema in anyOf',
                                                    };
                                                    if (vErrors === null) {
                                                      vErrors = [err36];
                                                    } else {
                                                      vErrors.push(err36);
                                                    }
                                                    errors++;
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
                                                  var valid10 = _errs47 === errors;
                                                } else {
                                                  var valid10 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        const err37 = {
                                          instancePath: instancePath + '/coins/' + i1 + '/failure',
                                          schemaPath:
                                            '#/properties/coins/items/oneOf/2/properties/failure/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                          message: 'must be object',
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err37];
                                        } else {
                                          vErrors.push(err37);
                                        }
                                        errors++;
                                      }
                                    }
                                    var valid9 = _errs40 === errors;
                                  } else {
                                    var valid9 = true;
                                  }
                                }
                              }
                            }
                          } else {
                            const err38 = {
                              instancePath: instancePath + '/coins/' + i1,
                              schemaPath: '#/properties/coins/items/oneOf/2/type',
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
                        var _valid1 = _errs36 === errors;
                        if (_valid1 && valid6) {
                          valid6 = false;
                          passing0 = [passing0, 2];
                        } else {
                          if (_valid1) {
                            valid6 = true;
                            passing0 = 2;
                            if (props1 !== true) {
                              props1 = true;
                            }
                          }
                        }
                      }
                      if (!valid6) {
                        const err39 = {
                          instancePath: instancePath + '/coins/' + i1,
                          schemaPath: '#/properties/coins/items/oneOf',
                          keyword: 'oneOf',
                          params: { passingSchemas: passing0 },
                          message: 'must match exactly one schema in oneOf',
                        };
                        if (vErrors === null) {
                          vErrors = [err39];
                        } else {
                          vErrors.push(err39);
                        }
                        errors++;
                        validate209.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs25;
                        if (vErrors !== null) {
                          if (_errs25) {
                            vErrors.length = _errs25;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid5 = _errs24 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  }
                } else {
                  validate209.errors = [
                    {
                      instancePath: instancePath + '/coins',
                      schemaPath: '#/properties/coins/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs22 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate209.errors = [
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
  validate209.errors = vErrors;
  return errors === 0;
}
validate209.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:coinsRequest
var schema_coinsRequest_default = validate2010;
var func04 = Object.prototype.hasOwnProperty;
var pattern44 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2010(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2010.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.coins === void 0 || !func04.call(data, 'coins')) && (missing0 = 'coins')) {
        validate2010.errors = [
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
          if (!(key0 === 'coins')) {
            validate2010.errors = [
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
          if (data.coins !== void 0 && func04.call(data, 'coins')) {
            let data0 = data.coins;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 16) {
                  validate2010.errors = [
                    {
                      instancePath: instancePath + '/coins',
                      schemaPath: '#/properties/coins/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 16 },
                      message: 'must NOT have more than 16 items',
                    },
                  ];
                  return false;
                } else {
                  if (data0.length < 1) {
                    validate2010.errors = [
                      {
                        instancePath: instancePath + '/coins',
                        schemaPath: '#/properties/coins/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        message: 'must NOT have fewer than 1 items',
                      },
                    ];
                    return false;
                  } else {
                    var valid1 = true;
                    const len0 = data0.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data1 = data0[i0];
                      const _errs4 = errors;
                      if (errors === _errs4) {
                        if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                          let missing1;
                          if (
                            ((data1.txid === void 0 || !func04.call(data1, 'txid')) && (missing1 = 'txid')) ||
                            ((data1.vout === void 0 || !func04.call(data1, 'vout')) && (missing1 = 'vout'))
                          ) {
                            validate2010.errors = [
                              {
                                instancePath: instancePath + '/coins/' + i0,
                                schemaPath: '#/properties/coins/items/required',
                                keyword: 'required',
                                params: { missingProperty: missing1 },
                                message: "must have required property '" + missing1 + "'",
                              },
                            ];
                            return false;
                          } else {
                            const _errs6 = errors;
                            for (const key1 of Object.keys(data1)) {
                              if (!(key1 === 'txid' || key1 === 'vout')) {
                                validate2010.errors = [
                                  {
                                    instancePath: instancePath + '/coins/' + i0,
                                    schemaPath: '#/properties/coins/items/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key1 },
                                    message: 'must NOT have additional properties',
                                  },
                                ];
                                return false;
                                break;
                              }
                            }
                            if (_errs6 === errors) {
                              if (data1.txid !== void 0 && func04.call(data1, 'txid')) {
                                let data2 = data1.txid;
                                const _errs7 = errors;
                                if (errors === _errs7) {
                                  if (typeof data2 === 'string') {
                                    if (!pattern44.test(data2)) {
                                      validate2010.errors = [
                                        {
                                          instancePath: instancePath + '/coins/' + i0 + '/txid',
                                          schemaPath: '#/properties/coins/items/properties/txid/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^[0-9a-f]{64}$' },
                                          message: 'must match pattern "^[0-9a-f]{64}$"',
                                        },
                                      ];
                                      return false;
                                    }
                                  } else {
                                    validate2010.errors = [
                                      {
                                        instancePath: instancePath + '/coins/' + i0 + '/txid',
                                        schemaPath: '#/properties/coins/items/properties/txid/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs7 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.vout !== void 0 && func04.call(data1, 'vout')) {
                                  let data3 = data1.vout;
                                  const _errs9 = errors;
                                  if (!(
                                    typeof data3 == 'number' &&
                                    !(data3 % 1) &&
                                    !isNaN(data3) &&
                                    isFinite(data3)
                                  )) {
                                    validate2010.errors = [
                                      {
                                        instancePath: instancePath + '/coins/' + i0 + '/vout',
                                        schemaPath: '#/properties/coins/items/properties/vout/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ];
                                    return false;
                                  }
                                  if (errors === _errs9) {
                                    if (typeof data3 == 'number' && isFinite(data3)) {
                                      if (data3 > 4294967295 || isNaN(data3)) {
                                        validate2010.errors = [
                                          {
                                            instancePath: instancePath + '/coins/' + i0 + '/vout',
                                            schemaPath: '#/properties/coins/items/properties/vout/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 4294967295 },
                                            message: 'must be <= 4294967295',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data3 < 0 || isNaN(data3)) {
                                          validate2010.errors = [
                                            {
                                              instancePath: instancePath + '/coins/' + i0 + '/vout',
                                              schemaPath: '#/properties/coins/items/properties/vout/minimum',
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
                                  var valid2 = _errs9 === errors;
                                } else {
                                  var valid2 = true;
                                }
                              }
                            }
                          }
                        } else {
                          validate2010.errors = [
                            {
                              instancePath: instancePath + '/coins/' + i0,
                              schemaPath: '#/properties/coins/items/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid1 = _errs4 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                }
              } else {
                validate2010.errors = [
                  {
                    instancePath: instancePath + '/coins',
                    schemaPath: '#/properties/coins/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate2010.errors = [
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
  validate2010.errors = vErrors;
  return errors === 0;
}
validate2010.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:copiesAnswer
var schema_copiesAnswer_default = validate2011;
var func05 = Object.prototype.hasOwnProperty;
function validate2011(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2011.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.numbers === void 0 || !func05.call(data, 'numbers')) && (missing0 = 'numbers')) {
        validate2011.errors = [
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
          if (!(key0 === 'numbers')) {
            validate2011.errors = [
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
          if (data.numbers !== void 0 && func05.call(data, 'numbers')) {
            let data0 = data.numbers;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 10) {
                  validate2011.errors = [
                    {
                      instancePath: instancePath + '/numbers',
                      schemaPath: '#/properties/numbers/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 10 },
                      message: 'must NOT have more than 10 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                      validate2011.errors = [
                        {
                          instancePath: instancePath + '/numbers/' + i0,
                          schemaPath: '#/properties/numbers/items/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ];
                      return false;
                    }
                    if (errors === _errs4) {
                      if (typeof data1 == 'number' && isFinite(data1)) {
                        if (data1 > 2147483647 || isNaN(data1)) {
                          validate2011.errors = [
                            {
                              instancePath: instancePath + '/numbers/' + i0,
                              schemaPath: '#/properties/numbers/items/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 2147483647 },
                              message: 'must be <= 2147483647',
                            },
                          ];
                          return false;
                        } else {
                          if (data1 < 1 || isNaN(data1)) {
                            validate2011.errors = [
                              {
                                instancePath: instancePath + '/numbers/' + i0,
                                schemaPath: '#/properties/numbers/items/minimum',
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
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2011.errors = [
                  {
                    instancePath: instancePath + '/numbers',
                    schemaPath: '#/properties/numbers/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate2011.errors = [
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
  validate2011.errors = vErrors;
  return errors === 0;
}
validate2011.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:copiesRequest
var schema_copiesRequest_default = validate2012;
var func06 = Object.prototype.hasOwnProperty;
var pattern45 = new RegExp('^[0-9a-f]{32}$', 'u');
function validate2012(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2012.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.name === void 0 || !func06.call(data, 'name')) && (missing0 = 'name')) {
        validate2012.errors = [
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
          if (!(key0 === 'name')) {
            validate2012.errors = [
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
          if (data.name !== void 0 && func06.call(data, 'name')) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern45.test(data0)) {
                  validate2012.errors = [
                    {
                      instancePath: instancePath + '/name',
                      schemaPath: '#/properties/name/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{32}$' },
                      message: 'must match pattern "^[0-9a-f]{32}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2012.errors = [
                  {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
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
      }
    } else {
      validate2012.errors = [
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
  validate2012.errors = vErrors;
  return errors === 0;
}
validate2012.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:copyAnswer
var schema_copyAnswer_default = validate2013;
var func07 = Object.prototype.hasOwnProperty;
function validate2013(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2013.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.found === void 0 || !func07.call(data, 'found')) && (missing0 = 'found')) {
        validate2013.errors = [
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
          if (!(key0 === 'found')) {
            validate2013.errors = [
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
          if (data.found !== void 0 && func07.call(data, 'found')) {
            if (typeof data.found !== 'boolean') {
              validate2013.errors = [
                {
                  instancePath: instancePath + '/found',
                  schemaPath: '#/properties/found/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean',
                },
              ];
              return false;
            }
          }
        }
      }
    } else {
      validate2013.errors = [
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
  validate2013.errors = vErrors;
  return errors === 0;
}
validate2013.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:copyRequest
var schema_copyRequest_default = validate2014;
var func08 = Object.prototype.hasOwnProperty;
var pattern46 = new RegExp('^[0-9a-f]{32}$', 'u');
function validate2014(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2014.evaluated;
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
        ((data.name === void 0 || !func08.call(data, 'name')) && (missing0 = 'name')) ||
        ((data.number === void 0 || !func08.call(data, 'number')) && (missing0 = 'number'))
      ) {
        validate2014.errors = [
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
          if (!(key0 === 'name' || key0 === 'number')) {
            validate2014.errors = [
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
          if (data.name !== void 0 && func08.call(data, 'name')) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern46.test(data0)) {
                  validate2014.errors = [
                    {
                      instancePath: instancePath + '/name',
                      schemaPath: '#/properties/name/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{32}$' },
                      message: 'must match pattern "^[0-9a-f]{32}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2014.errors = [
                  {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.number !== void 0 && func08.call(data, 'number')) {
              let data1 = data.number;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2014.errors = [
                  {
                    instancePath: instancePath + '/number',
                    schemaPath: '#/properties/number/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2147483647 || isNaN(data1)) {
                    validate2014.errors = [
                      {
                        instancePath: instancePath + '/number',
                        schemaPath: '#/properties/number/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2014.errors = [
                        {
                          instancePath: instancePath + '/number',
                          schemaPath: '#/properties/number/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2014.errors = [
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
  validate2014.errors = vErrors;
  return errors === 0;
}
validate2014.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:failure
var schema_failure_default = validate2015;
var func09 = Object.prototype.hasOwnProperty;
var func65 = require_ucs2length().default;
var pattern47 = new RegExp('^[a-z][a-z0-9-]{0,63}$', 'u');
function validate2015(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2015.evaluated;
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
        ((data.code === void 0 || !func09.call(data, 'code')) && (missing0 = 'code')) ||
        ((data.message === void 0 || !func09.call(data, 'message')) && (missing0 = 'message')) ||
        ((data.cure === void 0 || !func09.call(data, 'cure')) && (missing0 = 'cure'))
      ) {
        validate2015.errors = [
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
          if (!(key0 === 'code' || key0 === 'message' || key0 === 'cure')) {
            validate2015.errors = [
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
          if (data.code !== void 0 && func09.call(data, 'code')) {
            let data0 = data.code;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern47.test(data0)) {
                  validate2015.errors = [
                    {
                      instancePath: instancePath + '/code',
                      schemaPath: '#/properties/code/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[a-z][a-z0-9-]{0,63}$' },
                      message: 'must match pattern "^[a-z][a-z0-9-]{0,63}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2015.errors = [
                  {
                    instancePath: instancePath + '/code',
                    schemaPath: '#/properties/code/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.message !== void 0 && func09.call(data, 'message')) {
              let data1 = data.message;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === 'string') {
                  if (func65(data1) > 1e3) {
                    validate2015.errors = [
                      {
                        instancePath: instancePath + '/message',
                        schemaPath: '#/properties/message/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 1e3 },
                        message: 'must NOT have more than 1000 characters',
                      },
                    ];
                    return false;
                  }
                } else {
                  validate2015.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
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
              if (data.cure !== void 0 && func09.call(data, 'cure')) {
                let data2 = data.cure;
                const _errs6 = errors;
                const _errs7 = errors;
                let valid1 = false;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (typeof data2 === 'string') {
                    if (func65(data2) > 1e3) {
                      const err0 = {
                        instancePath: instancePath + '/cure',
                        schemaPath: '#/properties/cure/anyOf/0/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 1e3 },
                        message: 'must NOT have more than 1000 characters',
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
                      instancePath: instancePath + '/cure',
                      schemaPath: '#/properties/cure/anyOf/0/type',
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
                var _valid0 = _errs8 === errors;
                valid1 = valid1 || _valid0;
                const _errs10 = errors;
                if (data2 !== null) {
                  const err2 = {
                    instancePath: instancePath + '/cure',
                    schemaPath: '#/properties/cure/anyOf/1/type',
                    keyword: 'type',
                    params: { type: 'null' },
                    message: 'must be null',
                  };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                }
                var _valid0 = _errs10 === errors;
                valid1 = valid1 || _valid0;
                if (!valid1) {
                  const err3 = {
                    instancePath: instancePath + '/cure',
                    schemaPath: '#/properties/cure/anyOf',
                    keyword: 'anyOf',
                    params: {},
                    message: 'must match a schema in anyOf',
                  };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                  validate2015.errors = vErrors;
                  return false;
                } else {
                  errors = _errs7;
                  if (vErrors !== null) {
                    if (_errs7) {
                      vErrors.length = _errs7;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2015.errors = [
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
  validate2015.errors = vErrors;
  return errors === 0;
}
validate2015.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:feeEstimateAnswer
var schema_feeEstimateAnswer_default = validate2016;
var func010 = Object.prototype.hasOwnProperty;
function validate2016(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2016.evaluated;
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
        ((data.satsPerKvb === void 0 || !func010.call(data, 'satsPerKvb')) && (missing0 = 'satsPerKvb')) ||
        ((data.mempoolMinimumSatsPerKvb === void 0 || !func010.call(data, 'mempoolMinimumSatsPerKvb')) &&
          (missing0 = 'mempoolMinimumSatsPerKvb'))
      ) {
        validate2016.errors = [
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
          if (!(key0 === 'satsPerKvb' || key0 === 'mempoolMinimumSatsPerKvb')) {
            validate2016.errors = [
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
          if (data.satsPerKvb !== void 0 && func010.call(data, 'satsPerKvb')) {
            let data0 = data.satsPerKvb;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              const err0 = {
                instancePath: instancePath + '/satsPerKvb',
                schemaPath: '#/properties/satsPerKvb/anyOf/0/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              };
              if (vErrors === null) {
                vErrors = [err0];
              } else {
                vErrors.push(err0);
              }
              errors++;
            }
            if (errors === _errs4) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 21e14 || isNaN(data0)) {
                  const err1 = {
                    instancePath: instancePath + '/satsPerKvb',
                    schemaPath: '#/properties/satsPerKvb/anyOf/0/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 21e14 },
                    message: 'must be <= 2100000000000000',
                  };
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    const err2 = {
                      instancePath: instancePath + '/satsPerKvb',
                      schemaPath: '#/properties/satsPerKvb/anyOf/0/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err2];
                    } else {
                      vErrors.push(err2);
                    }
                    errors++;
                  }
                }
              }
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            const _errs6 = errors;
            if (data0 !== null) {
              const err3 = {
                instancePath: instancePath + '/satsPerKvb',
                schemaPath: '#/properties/satsPerKvb/anyOf/1/type',
                keyword: 'type',
                params: { type: 'null' },
                message: 'must be null',
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const err4 = {
                instancePath: instancePath + '/satsPerKvb',
                schemaPath: '#/properties/satsPerKvb/anyOf',
                keyword: 'anyOf',
                params: {},
                message: 'must match a schema in anyOf',
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
              validate2016.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.mempoolMinimumSatsPerKvb !== void 0 && func010.call(data, 'mempoolMinimumSatsPerKvb')) {
              let data1 = data.mempoolMinimumSatsPerKvb;
              const _errs8 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2016.errors = [
                  {
                    instancePath: instancePath + '/mempoolMinimumSatsPerKvb',
                    schemaPath: '#/properties/mempoolMinimumSatsPerKvb/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs8) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 21e14 || isNaN(data1)) {
                    validate2016.errors = [
                      {
                        instancePath: instancePath + '/mempoolMinimumSatsPerKvb',
                        schemaPath: '#/properties/mempoolMinimumSatsPerKvb/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 21e14 },
                        message: 'must be <= 2100000000000000',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate2016.errors = [
                        {
                          instancePath: instancePath + '/mempoolMinimumSatsPerKvb',
                          schemaPath: '#/properties/mempoolMinimumSatsPerKvb/minimum',
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
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2016.errors = [
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
  validate2016.errors = vErrors;
  return errors === 0;
}
validate2016.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:feeEstimateRequest
var schema_feeEstimateRequest_default = validate2017;
var func011 = Object.prototype.hasOwnProperty;
function validate2017(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2017.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.blocks === void 0 || !func011.call(data, 'blocks')) && (missing0 = 'blocks')) {
        validate2017.errors = [
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
          if (!(key0 === 'blocks')) {
            validate2017.errors = [
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
          if (data.blocks !== void 0 && func011.call(data, 'blocks')) {
            let data0 = data.blocks;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2017.errors = [
                {
                  instancePath: instancePath + '/blocks',
                  schemaPath: '#/properties/blocks/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 1008 || isNaN(data0)) {
                  validate2017.errors = [
                    {
                      instancePath: instancePath + '/blocks',
                      schemaPath: '#/properties/blocks/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 1008 },
                      message: 'must be <= 1008',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 1 || isNaN(data0)) {
                    validate2017.errors = [
                      {
                        instancePath: instancePath + '/blocks',
                        schemaPath: '#/properties/blocks/minimum',
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
          }
        }
      }
    } else {
      validate2017.errors = [
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
  validate2017.errors = vErrors;
  return errors === 0;
}
validate2017.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:fetchBlockAnswer
var schema_fetchBlockAnswer_default = validate2018;
function validate2018(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2018.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2018.errors = [
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
    } else {
      validate2018.errors = [
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
  validate2018.errors = vErrors;
  return errors === 0;
}
validate2018.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:fetchBlockRequest
var schema_fetchBlockRequest_default = validate2019;
var func012 = Object.prototype.hasOwnProperty;
var pattern48 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2019(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2019.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.hash === void 0 || !func012.call(data, 'hash')) && (missing0 = 'hash')) {
        validate2019.errors = [
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
          if (!(key0 === 'hash')) {
            validate2019.errors = [
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
          if (data.hash !== void 0 && func012.call(data, 'hash')) {
            let data0 = data.hash;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern48.test(data0)) {
                  validate2019.errors = [
                    {
                      instancePath: instancePath + '/hash',
                      schemaPath: '#/properties/hash/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2019.errors = [
                  {
                    instancePath: instancePath + '/hash',
                    schemaPath: '#/properties/hash/type',
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
      }
    } else {
      validate2019.errors = [
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
  validate2019.errors = vErrors;
  return errors === 0;
}
validate2019.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:filtersAnswer
var schema_filtersAnswer_default = validate2020;
var func013 = Object.prototype.hasOwnProperty;
function validate2020(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2020.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.lengths === void 0 || !func013.call(data, 'lengths')) && (missing0 = 'lengths')) {
        validate2020.errors = [
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
          if (!(key0 === 'lengths')) {
            validate2020.errors = [
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
          if (data.lengths !== void 0 && func013.call(data, 'lengths')) {
            let data0 = data.lengths;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 500) {
                  validate2020.errors = [
                    {
                      instancePath: instancePath + '/lengths',
                      schemaPath: '#/properties/lengths/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 500 },
                      message: 'must NOT have more than 500 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                      validate2020.errors = [
                        {
                          instancePath: instancePath + '/lengths/' + i0,
                          schemaPath: '#/properties/lengths/items/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ];
                      return false;
                    }
                    if (errors === _errs4) {
                      if (typeof data1 == 'number' && isFinite(data1)) {
                        if (data1 > 4e6 || isNaN(data1)) {
                          validate2020.errors = [
                            {
                              instancePath: instancePath + '/lengths/' + i0,
                              schemaPath: '#/properties/lengths/items/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 4e6 },
                              message: 'must be <= 4000000',
                            },
                          ];
                          return false;
                        } else {
                          if (data1 < 1 || isNaN(data1)) {
                            validate2020.errors = [
                              {
                                instancePath: instancePath + '/lengths/' + i0,
                                schemaPath: '#/properties/lengths/items/minimum',
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
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2020.errors = [
                  {
                    instancePath: instancePath + '/lengths',
                    schemaPath: '#/properties/lengths/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate2020.errors = [
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
  validate2020.errors = vErrors;
  return errors === 0;
}
validate2020.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:filtersRequest
var schema_filtersRequest_default = validate2021;
var func014 = Object.prototype.hasOwnProperty;
function validate2021(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2021.evaluated;
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
        ((data.fromHeight === void 0 || !func014.call(data, 'fromHeight')) && (missing0 = 'fromHeight')) ||
        ((data.count === void 0 || !func014.call(data, 'count')) && (missing0 = 'count'))
      ) {
        validate2021.errors = [
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
          if (!(key0 === 'fromHeight' || key0 === 'count')) {
            validate2021.errors = [
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
          if (data.fromHeight !== void 0 && func014.call(data, 'fromHeight')) {
            let data0 = data.fromHeight;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2021.errors = [
                {
                  instancePath: instancePath + '/fromHeight',
                  schemaPath: '#/properties/fromHeight/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 2147483647 || isNaN(data0)) {
                  validate2021.errors = [
                    {
                      instancePath: instancePath + '/fromHeight',
                      schemaPath: '#/properties/fromHeight/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 2147483647 },
                      message: 'must be <= 2147483647',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate2021.errors = [
                      {
                        instancePath: instancePath + '/fromHeight',
                        schemaPath: '#/properties/fromHeight/minimum',
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
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.count !== void 0 && func014.call(data, 'count')) {
              let data1 = data.count;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2021.errors = [
                  {
                    instancePath: instancePath + '/count',
                    schemaPath: '#/properties/count/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 500 || isNaN(data1)) {
                    validate2021.errors = [
                      {
                        instancePath: instancePath + '/count',
                        schemaPath: '#/properties/count/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 500 },
                        message: 'must be <= 500',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2021.errors = [
                        {
                          instancePath: instancePath + '/count',
                          schemaPath: '#/properties/count/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2021.errors = [
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
  validate2021.errors = vErrors;
  return errors === 0;
}
validate2021.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:headersAnswer
var schema_headersAnswer_default = validate2022;
var func015 = Object.prototype.hasOwnProperty;
function validate2022(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2022.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.count === void 0 || !func015.call(data, 'count')) && (missing0 = 'count')) {
        validate2022.errors = [
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
          if (!(key0 === 'count')) {
            validate2022.errors = [
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
          if (data.count !== void 0 && func015.call(data, 'count')) {
            let data0 = data.count;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2022.errors = [
                {
                  instancePath: instancePath + '/count',
                  schemaPath: '#/properties/count/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 2e3 || isNaN(data0)) {
                  validate2022.errors = [
                    {
                      instancePath: instancePath + '/count',
                      schemaPath: '#/properties/count/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 2e3 },
                      message: 'must be <= 2000',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate2022.errors = [
                      {
                        instancePath: instancePath + '/count',
                        schemaPath: '#/properties/count/minimum',
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
          }
        }
      }
    } else {
      validate2022.errors = [
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
  validate2022.errors = vErrors;
  return errors === 0;
}
validate2022.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:headersRequest
var schema_headersRequest_default = validate2023;
var func016 = Object.prototype.hasOwnProperty;
function validate2023(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2023.evaluated;
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
        ((data.fromHeight === void 0 || !func016.call(data, 'fromHeight')) && (missing0 = 'fromHeight')) ||
        ((data.count === void 0 || !func016.call(data, 'count')) && (missing0 = 'count'))
      ) {
        validate2023.errors = [
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
          if (!(key0 === 'fromHeight' || key0 === 'count')) {
            validate2023.errors = [
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
          if (data.fromHeight !== void 0 && func016.call(data, 'fromHeight')) {
            let data0 = data.fromHeight;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2023.errors = [
                {
                  instancePath: instancePath + '/fromHeight',
                  schemaPath: '#/properties/fromHeight/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 2147483647 || isNaN(data0)) {
                  validate2023.errors = [
                    {
                      instancePath: instancePath + '/fromHeight',
                      schemaPath: '#/properties/fromHeight/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 2147483647 },
                      message: 'must be <= 2147483647',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate2023.errors = [
                      {
                        instancePath: instancePath + '/fromHeight',
                        schemaPath: '#/properties/fromHeight/minimum',
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
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.count !== void 0 && func016.call(data, 'count')) {
              let data1 = data.count;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2023.errors = [
                  {
                    instancePath: instancePath + '/count',
                    schemaPath: '#/properties/count/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2e3 || isNaN(data1)) {
                    validate2023.errors = [
                      {
                        instancePath: instancePath + '/count',
                        schemaPath: '#/properties/count/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2e3 },
                        message: 'must be <= 2000',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2023.errors = [
                        {
                          instancePath: instancePath + '/count',
                          schemaPath: '#/properties/count/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2023.errors = [
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
  validate2023.errors = vErrors;
  return errors === 0;
}
validate2023.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:hello
var schema_hello_default = validate2024;
var schema31 = {
  type: 'object',
  properties: {
    protocol: { type: 'integer', minimum: 0, maximum: 65535 },
    service: { enum: ['jm.Messages', 'jm.Chain'] },
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    software: { type: 'string', maxLength: 100 },
  },
  required: ['protocol', 'service', 'network', 'software'],
  additionalProperties: false,
};
var func017 = Object.prototype.hasOwnProperty;
var func682 = require_ucs2length().default;
function validate2024(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2024.evaluated;
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
        ((data.protocol === void 0 || !func017.call(data, 'protocol')) && (missing0 = 'protocol')) ||
        ((data.service === void 0 || !func017.call(data, 'service')) && (missing0 = 'service')) ||
        ((data.network === void 0 || !func017.call(data, 'network')) && (missing0 = 'network')) ||
        ((data.software === void 0 || !func017.call(data, 'software')) && (missing0 = 'software'))
      ) {
        validate2024.errors = [
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
          if (!(key0 === 'protocol' || key0 === 'service' || key0 === 'network' || key0 === 'software')) {
            validate2024.errors = [
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
          if (data.protocol !== void 0 && func017.call(data, 'protocol')) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2024.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 65535 || isNaN(data0)) {
                  validate2024.errors = [
                    {
                      instancePath: instancePath + '/protocol',
                      schemaPath: '#/properties/protocol/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 65535 },
                      message: 'must be <= 65535',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate2024.errors = [
                      {
                        instancePath: instancePath + '/protocol',
                        schemaPath: '#/properties/protocol/minimum',
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
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.service !== void 0 && func017.call(data, 'service')) {
              let data1 = data.service;
              const _errs4 = errors;
              if (!(data1 === 'jm.Messages' || data1 === 'jm.Chain')) {
                validate2024.errors = [
                  {
                    instancePath: instancePath + '/service',
                    schemaPath: '#/properties/service/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema31.properties.service.enum },
                    message: 'must be equal to one of the allowed values',
                  },
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.network !== void 0 && func017.call(data, 'network')) {
                let data2 = data.network;
                const _errs5 = errors;
                if (!(
                  data2 === 'mainnet' ||
                  data2 === 'testnet' ||
                  data2 === 'signet' ||
                  data2 === 'regtest'
                )) {
                  validate2024.errors = [
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
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.software !== void 0 && func017.call(data, 'software')) {
                  let data3 = data.software;
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (typeof data3 === 'string') {
                      if (func682(data3) > 100) {
                        validate2024.errors = [
                          {
                            instancePath: instancePath + '/software',
                            schemaPath: '#/properties/software/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 100 },
                            message: 'must NOT have more than 100 characters',
                          },
                        ];
                        return false;
                      }
                    } else {
                      validate2024.errors = [
                        {
                          instancePath: instancePath + '/software',
                          schemaPath: '#/properties/software/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate2024.errors = [
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
  validate2024.errors = vErrors;
  return errors === 0;
}
validate2024.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:inMempoolAnswer
var schema_inMempoolAnswer_default = validate2025;
var func018 = Object.prototype.hasOwnProperty;
function validate2025(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2025.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.found === void 0 || !func018.call(data, 'found')) && (missing0 = 'found')) {
        validate2025.errors = [
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
          if (!(key0 === 'found')) {
            validate2025.errors = [
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
          if (data.found !== void 0 && func018.call(data, 'found')) {
            if (typeof data.found !== 'boolean') {
              validate2025.errors = [
                {
                  instancePath: instancePath + '/found',
                  schemaPath: '#/properties/found/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean',
                },
              ];
              return false;
            }
          }
        }
      }
    } else {
      validate2025.errors = [
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
  validate2025.errors = vErrors;
  return errors === 0;
}
validate2025.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:inMempoolRequest
var schema_inMempoolRequest_default = validate2026;
var func019 = Object.prototype.hasOwnProperty;
var pattern49 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2026(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2026.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.txid === void 0 || !func019.call(data, 'txid')) && (missing0 = 'txid')) {
        validate2026.errors = [
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
          if (!(key0 === 'txid')) {
            validate2026.errors = [
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
          if (data.txid !== void 0 && func019.call(data, 'txid')) {
            let data0 = data.txid;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern49.test(data0)) {
                  validate2026.errors = [
                    {
                      instancePath: instancePath + '/txid',
                      schemaPath: '#/properties/txid/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2026.errors = [
                  {
                    instancePath: instancePath + '/txid',
                    schemaPath: '#/properties/txid/type',
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
      }
    } else {
      validate2026.errors = [
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
  validate2026.errors = vErrors;
  return errors === 0;
}
validate2026.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:messagesEvent
var schema_messagesEvent_default = validate2027;
var schema312 = {
  anyOf: [
    {
      type: 'object',
      properties: {
        event: { const: 'public' },
        channel: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
        from: { type: 'string', pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
        line: { type: 'string', maxLength: 4e4 },
      },
      required: ['event', 'channel', 'from', 'line'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        event: { const: 'private' },
        channel: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
        from: { type: 'string', pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
        line: { type: 'string', maxLength: 4e4 },
      },
      required: ['event', 'channel', 'from', 'line'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        event: { const: 'left' },
        channel: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
        nick: { type: 'string', pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
      },
      required: ['event', 'channel', 'nick'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        event: { const: 'channel' },
        channel: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
        hostid: { type: 'string', maxLength: 200 },
        state: { enum: ['connecting', 'up', 'down'] },
        detail: { type: 'string', maxLength: 500 },
      },
      required: ['event', 'channel', 'hostid', 'state', 'detail'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        event: { const: 'watch' },
        notice: {
          anyOf: [
            {
              type: 'object',
              properties: {
                about: { const: 'join' },
                txid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                finding: { enum: ['in-mempool', 'dropped', 'confirmed', 'conflict', 'replaced'] },
                inBlock: { type: 'boolean' },
                spender: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{64}$' }, { type: 'null' }] },
              },
              required: ['about', 'txid', 'finding', 'inBlock', 'spender'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: {
                about: { const: 'bond' },
                txid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                vout: { type: 'integer', minimum: 0, maximum: 4294967295 },
                finding: { enum: ['certificate-ends', 'certificate-ended', 'unlocks', 'unlocked', 'spent'] },
                left: { type: 'integer', minimum: 0, maximum: 1e7 },
              },
              required: ['about', 'txid', 'vout', 'finding', 'left'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: {
                about: { const: 'tip' },
                finding: {
                  enum: [
                    'well',
                    'no-block',
                    'behind-headers',
                    'behind-peers',
                    'no-peers',
                    'syncing',
                    'unreachable',
                  ],
                },
                height: { type: 'integer', minimum: 0, maximum: 2147483647 },
                behind: { type: 'integer', minimum: 0, maximum: 1e7 },
              },
              required: ['about', 'finding', 'height', 'behind'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: {
                about: { const: 'directory' },
                directory: { type: 'string', pattern: '^[A-Za-z0-9.:-]{1,80}$' },
                finding: { enum: ['up', 'silent', 'down'] },
                latencyMs: { anyOf: [{ type: 'integer', minimum: 0, maximum: 1e7 }, { type: 'null' }] },
                minutes: { type: 'integer', minimum: 0, maximum: 1e7 },
                detail: { type: 'string', maxLength: 200 },
              },
              required: ['about', 'directory', 'finding', 'latencyMs', 'minutes', 'detail'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: {
                about: { const: 'own-offers' },
                directory: { type: 'string', pattern: '^[A-Za-z0-9.:-]{1,80}$' },
                finding: { enum: ['seen', 'unanswered', 'unreachable'] },
                offers: { type: 'integer', minimum: 0, maximum: 1e7 },
              },
              required: ['about', 'directory', 'finding', 'offers'],
              additionalProperties: false,
            },
          ],
        },
      },
      required: ['event', 'notice'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { event: { const: 'shed' }, publicLines: { type: 'integer', minimum: 1 } },
      required: ['event', 'publicLines'],
      additionalProperties: false,
    },
  ],
};
var func020 = Object.prototype.hasOwnProperty;
var func683 = require_ucs2length().default;
var pattern410 = new RegExp('^[A-Za-z0-9_.:-]{1,64}$', 'u');
var pattern52 = new RegExp('^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$', 'u');
var pattern11 = new RegExp('^[0-9a-f]{64}$', 'u');
var pattern14 = new RegExp('^[A-Za-z0-9.:-]{1,80}$', 'u');
function validate2027(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2027.evaluated;
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
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing0 = 'event')) ||
        ((data.channel === void 0 || !func020.call(data, 'channel')) && (missing0 = 'channel')) ||
        ((data.from === void 0 || !func020.call(data, 'from')) && (missing0 = 'from')) ||
        ((data.line === void 0 || !func020.call(data, 'line')) && (missing0 = 'line'))
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
          if (!(key0 === 'event' || key0 === 'channel' || key0 === 'from' || key0 === 'line')) {
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
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs4 = errors;
            if ('public' !== data.event) {
              const err2 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/0/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'public' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid1 = _errs4 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.channel !== void 0 && func020.call(data, 'channel')) {
              let data1 = data.channel;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data1 === 'string') {
                  if (!pattern410.test(data1)) {
                    const err3 = {
                      instancePath: instancePath + '/channel',
                      schemaPath: '#/anyOf/0/properties/channel/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                      message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
                    };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                } else {
                  const err4 = {
                    instancePath: instancePath + '/channel',
                    schemaPath: '#/anyOf/0/properties/channel/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
              }
              var valid1 = _errs5 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.from !== void 0 && func020.call(data, 'from')) {
                let data2 = data.from;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data2 === 'string') {
                    if (!pattern52.test(data2)) {
                      const err5 = {
                        instancePath: instancePath + '/from',
                        schemaPath: '#/anyOf/0/properties/from/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
                        message: 'must match pattern "^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$"',
                      };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                  } else {
                    const err6 = {
                      instancePath: instancePath + '/from',
                      schemaPath: '#/anyOf/0/properties/from/type',
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
                }
                var valid1 = _errs7 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.line !== void 0 && func020.call(data, 'line')) {
                  let data3 = data.line;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data3 === 'string') {
                      if (func683(data3) > 4e4) {
                        const err7 = {
                          instancePath: instancePath + '/line',
                          schemaPath: '#/anyOf/0/properties/line/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 4e4 },
                          message: 'must NOT have more than 40000 characters',
                        };
                        if (vErrors === null) {
                          vErrors = [err7];
                        } else {
                          vErrors.push(err7);
                        }
                        errors++;
                      }
                    } else {
                      const err8 = {
                        instancePath: instancePath + '/line',
                        schemaPath: '#/anyOf/0/properties/line/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                    }
                  }
                  var valid1 = _errs9 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      }
    } else {
      const err9 = {
        instancePath,
        schemaPath: '#/anyOf/0/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs11 = errors;
  if (errors === _errs11) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1;
      if (
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing1 = 'event')) ||
        ((data.channel === void 0 || !func020.call(data, 'channel')) && (missing1 = 'channel')) ||
        ((data.from === void 0 || !func020.call(data, 'from')) && (missing1 = 'from')) ||
        ((data.line === void 0 || !func020.call(data, 'line')) && (missing1 = 'line'))
      ) {
        const err10 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: missing1 },
          message: "must have required property '" + missing1 + "'",
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        const _errs13 = errors;
        for (const key1 of Object.keys(data)) {
          if (!(key1 === 'event' || key1 === 'channel' || key1 === 'from' || key1 === 'line')) {
            const err11 = {
              instancePath,
              schemaPath: '#/anyOf/1/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
            break;
          }
        }
        if (_errs13 === errors) {
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs14 = errors;
            if ('private' !== data.event) {
              const err12 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/1/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'private' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            var valid2 = _errs14 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.channel !== void 0 && func020.call(data, 'channel')) {
              let data5 = data.channel;
              const _errs15 = errors;
              if (errors === _errs15) {
                if (typeof data5 === 'string') {
                  if (!pattern410.test(data5)) {
                    const err13 = {
                      instancePath: instancePath + '/channel',
                      schemaPath: '#/anyOf/1/properties/channel/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                      message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
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
                    instancePath: instancePath + '/channel',
                    schemaPath: '#/anyOf/1/properties/channel/type',
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
              var valid2 = _errs15 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.from !== void 0 && func020.call(data, 'from')) {
                let data6 = data.from;
                const _errs17 = errors;
                if (errors === _errs17) {
                  if (typeof data6 === 'string') {
                    if (!pattern52.test(data6)) {
                      const err15 = {
                        instancePath: instancePath + '/from',
                        schemaPath: '#/anyOf/1/properties/from/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
                        message: 'must match pattern "^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$"',
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
                      instancePath: instancePath + '/from',
                      schemaPath: '#/anyOf/1/properties/from/type',
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
                var valid2 = _errs17 === errors;
              } else {
                var valid2 = true;
              }
              if (valid2) {
                if (data.line !== void 0 && func020.call(data, 'line')) {
                  let data7 = data.line;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (typeof data7 === 'string') {
                      if (func683(data7) > 4e4) {
                        const err17 = {
                          instancePath: instancePath + '/line',
                          schemaPath: '#/anyOf/1/properties/line/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 4e4 },
                          message: 'must NOT have more than 40000 characters',
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
                        instancePath: instancePath + '/line',
                        schemaPath: '#/anyOf/1/properties/line/type',
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
                  var valid2 = _errs19 === errors;
                } else {
                  var valid2 = true;
                }
              }
            }
          }
        }
      }
    } else {
      const err19 = {
        instancePath,
        schemaPath: '#/anyOf/1/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
  }
  var _valid0 = _errs11 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs21 = errors;
  if (errors === _errs21) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing2;
      if (
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing2 = 'event')) ||
        ((data.channel === void 0 || !func020.call(data, 'channel')) && (missing2 = 'channel')) ||
        ((data.nick === void 0 || !func020.call(data, 'nick')) && (missing2 = 'nick'))
      ) {
        const err20 = {
          instancePath,
          schemaPath: '#/anyOf/2/required',
          keyword: 'required',
          params: { missingProperty: missing2 },
          message: "must have required property '" + missing2 + "'",
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      } else {
        const _errs23 = errors;
        for (const key2 of Object.keys(data)) {
          if (!(key2 === 'event' || key2 === 'channel' || key2 === 'nick')) {
            const err21 = {
              instancePath,
              schemaPath: '#/anyOf/2/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
            break;
          }
        }
        if (_errs23 === errors) {
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs24 = errors;
            if ('left' !== data.event) {
              const err22 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/2/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'left' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            var valid3 = _errs24 === errors;
          } else {
            var valid3 = true;
          }
          if (valid3) {
            if (data.channel !== void 0 && func020.call(data, 'channel')) {
              let data9 = data.channel;
              const _errs25 = errors;
              if (errors === _errs25) {
                if (typeof data9 === 'string') {
                  if (!pattern410.test(data9)) {
                    const err23 = {
                      instancePath: instancePath + '/channel',
                      schemaPath: '#/anyOf/2/properties/channel/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                      message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
                    };
                    if (vErrors === null) {
                      vErrors = [err23];
                    } else {
                      vErrors.push(err23);
                    }
                    errors++;
                  }
                } else {
                  const err24 = {
                    instancePath: instancePath + '/channel',
                    schemaPath: '#/anyOf/2/properties/channel/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
              var valid3 = _errs25 === errors;
            } else {
              var valid3 = true;
            }
            if (valid3) {
              if (data.nick !== void 0 && func020.call(data, 'nick')) {
                let data10 = data.nick;
                const _errs27 = errors;
                if (errors === _errs27) {
                  if (typeof data10 === 'string') {
                    if (!pattern52.test(data10)) {
                      const err25 = {
                        instancePath: instancePath + '/nick',
                        schemaPath: '#/anyOf/2/properties/nick/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
                        message: 'must match pattern "^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$"',
                      };
                      if (vErrors === null) {
                        vErrors = [err25];
                      } else {
                        vErrors.push(err25);
                      }
                      errors++;
                    }
                  } else {
                    const err26 = {
                      instancePath: instancePath + '/nick',
                      schemaPath: '#/anyOf/2/properties/nick/type',
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
                }
                var valid3 = _errs27 === errors;
              } else {
                var valid3 = true;
              }
            }
          }
        }
      }
    } else {
      const err27 = {
        instancePath,
        schemaPath: '#/anyOf/2/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err27];
      } else {
        vErrors.push(err27);
      }
      errors++;
    }
  }
  var _valid0 = _errs21 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs29 = errors;
  if (errors === _errs29) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing3;
      if (
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing3 = 'event')) ||
        ((data.channel === void 0 || !func020.call(data, 'channel')) && (missing3 = 'channel')) ||
        ((data.hostid === void 0 || !func020.call(data, 'hostid')) && (missing3 = 'hostid')) ||
        ((data.state === void 0 || !func020.call(data, 'state')) && (missing3 = 'state')) ||
        ((data.detail === void 0 || !func020.call(data, 'detail')) && (missing3 = 'detail'))
      ) {
        const err28 = {
          instancePath,
          schemaPath: '#/anyOf/3/required',
          keyword: 'required',
          params: { missingProperty: missing3 },
          message: "must have required property '" + missing3 + "'",
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      } else {
        const _errs31 = errors;
        for (const key3 of Object.keys(data)) {
          if (!(
            key3 === 'event' ||
            key3 === 'channel' ||
            key3 === 'hostid' ||
            key3 === 'state' ||
            key3 === 'detail'
          )) {
            const err29 = {
              instancePath,
              schemaPath: '#/anyOf/3/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
            break;
          }
        }
        if (_errs31 === errors) {
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs32 = errors;
            if ('channel' !== data.event) {
              const err30 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/3/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'channel' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            var valid4 = _errs32 === errors;
          } else {
            var valid4 = true;
          }
          if (valid4) {
            if (data.channel !== void 0 && func020.call(data, 'channel')) {
              let data12 = data.channel;
              const _errs33 = errors;
              if (errors === _errs33) {
                if (typeof data12 === 'string') {
                  if (!pattern410.test(data12)) {
                    const err31 = {
                      instancePath: instancePath + '/channel',
                      schemaPath: '#/anyOf/3/properties/channel/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                      message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
                    };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                } else {
                  const err32 = {
                    instancePath: instancePath + '/channel',
                    schemaPath: '#/anyOf/3/properties/channel/type',
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
              }
              var valid4 = _errs33 === errors;
            } else {
              var valid4 = true;
            }
            if (valid4) {
              if (data.hostid !== void 0 && func020.call(data, 'hostid')) {
                let data13 = data.hostid;
                const _errs35 = errors;
                if (errors === _errs35) {
                  if (typeof data13 === 'string') {
                    if (func683(data13) > 200) {
                      const err33 = {
                        instancePath: instancePath + '/hostid',
                        schemaPath: '#/anyOf/3/properties/hostid/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 200 },
                        message: 'must NOT have more than 200 characters',
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
                      instancePath: instancePath + '/hostid',
                      schemaPath: '#/anyOf/3/properties/hostid/type',
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
                var valid4 = _errs35 === errors;
              } else {
                var valid4 = true;
              }
              if (valid4) {
                if (data.state !== void 0 && func020.call(data, 'state')) {
                  let data14 = data.state;
                  const _errs37 = errors;
                  if (!(data14 === 'connecting' || data14 === 'up' || data14 === 'down')) {
                    const err35 = {
                      instancePath: instancePath + '/state',
                      schemaPath: '#/anyOf/3/properties/state/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema312.anyOf[3].properties.state.enum },
                      message: 'must be equal to one of the allowed values',
                    };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                  var valid4 = _errs37 === errors;
                } else {
                  var valid4 = true;
                }
                if (valid4) {
                  if (data.detail !== void 0 && func020.call(data, 'detail')) {
                    let data15 = data.detail;
                    const _errs38 = errors;
                    if (errors === _errs38) {
                      if (typeof data15 === 'string') {
                        if (func683(data15) > 500) {
                          const err36 = {
                            instancePath: instancePath + '/detail',
                            schemaPath: '#/anyOf/3/properties/detail/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 500 },
                            message: 'must NOT have more than 500 characters',
                          };
                          if (vErrors === null) {
                            vErrors = [err36];
                          } else {
                            vErrors.push(err36);
                          }
                          errors++;
                        }
                      } else {
                        const err37 = {
                          instancePath: instancePath + '/detail',
                          schemaPath: '#/anyOf/3/properties/detail/type',
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
                    }
                    var valid4 = _errs38 === errors;
                  } else {
                    var valid4 = true;
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
        schemaPath: '#/anyOf/3/type',
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
  var _valid0 = _errs29 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs40 = errors;
  if (errors === _errs40) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing4;
      if (
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing4 = 'event')) ||
        ((data.notice === void 0 || !func020.call(data, 'notice')) && (missing4 = 'notice'))
      ) {
        const err39 = {
          instancePath,
          schemaPath: '#/anyOf/4/required',
          keyword: 'required',
          params: { missingProperty: missing4 },
          message: "must have required property '" + missing4 + "'",
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      } else {
        const _errs42 = errors;
        for (const key4 of Object.keys(data)) {
          if (!(key4 === 'event' || key4 === 'notice')) {
            const err40 = {
              instancePath,
              schemaPath: '#/anyOf/4/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
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
        if (_errs42 === errors) {
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs43 = errors;
            if ('watch' !== data.event) {
              const err41 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/4/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'watch' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            var valid5 = _errs43 === errors;
          } else {
            var valid5 = true;
          }
          if (valid5) {
            if (data.notice !== void 0 && func020.call(data, 'notice')) {
              let data17 = data.notice;
              const _errs44 = errors;
              const _errs45 = errors;
              let valid6 = false;
              const _errs46 = errors;
              if (errors === _errs46) {
                if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                  let missing5;
                  if (
                    ((data17.about === void 0 || !func020.call(data17, 'about')) && (missing5 = 'about')) ||
                    ((data17.txid === void 0 || !func020.call(data17, 'txid')) && (missing5 = 'txid')) ||
                    ((data17.finding === void 0 || !func020.call(data17, 'finding')) &&
                      (missing5 = 'finding')) ||
                    ((data17.inBlock === void 0 || !func020.call(data17, 'inBlock')) &&
                      (missing5 = 'inBlock')) ||
                    ((data17.spender === void 0 || !func020.call(data17, 'spender')) &&
                      (missing5 = 'spender'))
                  ) {
                    const err42 = {
                      instancePath: instancePath + '/notice',
                      schemaPath: '#/anyOf/4/properties/notice/anyOf/0/required',
                      keyword: 'required',
                      params: { missingProperty: missing5 },
                      message: "must have required property '" + missing5 + "'",
                    };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  } else {
                    const _errs48 = errors;
                    for (const key5 of Object.keys(data17)) {
                      if (!(
                        key5 === 'about' ||
                        key5 === 'txid' ||
                        key5 === 'finding' ||
                        key5 === 'inBlock' ||
                        key5 === 'spender'
                      )) {
                        const err43 = {
                          instancePath: instancePath + '/notice',
                          schemaPath: '#/anyOf/4/properties/notice/anyOf/0/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key5 },
                          message: 'must NOT have additional properties',
                        };
                        if (vErrors === null) {
                          vErrors = [err43];
                        } else {
                          vErrors.push(err43);
                        }
                        errors++;
                        break;
                      }
                    }
                    if (_errs48 === errors) {
                      if (data17.about !== void 0 && func020.call(data17, 'about')) {
                        const _errs49 = errors;
                        if ('join' !== data17.about) {
                          const err44 = {
                            instancePath: instancePath + '/notice/about',
                            schemaPath: '#/anyOf/4/properties/notice/anyOf/0/properties/about/const',
                            keyword: 'const',
                            params: { allowedValue: 'join' },
                            message: 'must be equal to constant',
                          };
                          if (vErrors === null) {
                            vErrors = [err44];
                          } else {
                            vErrors.push(err44);
                          }
                          errors++;
                        }
                        var valid7 = _errs49 === errors;
                      } else {
                        var valid7 = true;
                      }
                      if (valid7) {
                        if (data17.txid !== void 0 && func020.call(data17, 'txid')) {
                          let data19 = data17.txid;
                          const _errs50 = errors;
                          if (errors === _errs50) {
                            if (typeof data19 === 'string') {
                              if (!pattern11.test(data19)) {
                                const err45 = {
                                  instancePath: instancePath + '/notice/txid',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/0/properties/txid/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[0-9a-f]{64}$' },
                                  message: 'must match pattern "^[0-9a-f]{64}$"',
                                };
                                if (vErrors === null) {
                                  vErrors = [err45];
                                } else {
                                  vErrors.push(err45);
                                }
                                errors++;
                              }
                            } else {
                              const err46 = {
                                instancePath: instancePath + '/notice/txid',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/0/properties/txid/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              };
                              if (vErrors === null) {
                                vErrors = [err46];
                              } else {
                                vErrors.push(err46);
                              }
                              errors++;
                            }
                          }
                          var valid7 = _errs50 === errors;
                        } else {
                          var valid7 = true;
                        }
                        if (valid7) {
                          if (data17.finding !== void 0 && func020.call(data17, 'finding')) {
                            let data20 = data17.finding;
                            const _errs52 = errors;
                            if (!(
                              data20 === 'in-mempool' ||
                              data20 === 'dropped' ||
                              data20 === 'confirmed' ||
                              data20 === 'conflict' ||
                              data20 === 'replaced'
                            )) {
                              const err47 = {
                                instancePath: instancePath + '/notice/finding',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/0/properties/finding/enum',
                                keyword: 'enum',
                                params: {
                                  allowedValues:
                                    schema312.anyOf[4].properties.notice.anyOf[0].properties.finding.enum,
                                },
                                message: 'must be equal to one of the allowed values',
                              };
                              if (vErrors === null) {
                                vErrors = [err47];
                              } else {
                                vErrors.push(err47);
                              }
                              errors++;
                            }
                            var valid7 = _errs52 === errors;
                          } else {
                            var valid7 = true;
                          }
                          if (valid7) {
                            if (data17.inBlock !== void 0 && func020.call(data17, 'inBlock')) {
                              const _errs53 = errors;
                              if (typeof data17.inBlock !== 'boolean') {
                                const err48 = {
                                  instancePath: instancePath + '/notice/inBlock',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/0/properties/inBlock/type',
                                  keyword: 'type',
                                  params: { type: 'boolean' },
                                  message: 'must be boolean',
                                };
                                if (vErrors === null) {
                                  vErrors = [err48];
                                } else {
                                  vErrors.push(err48);
                                }
                                errors++;
                              }
                              var valid7 = _errs53 === errors;
                            } else {
                              var valid7 = true;
                            }
                            if (valid7) {
                              if (data17.spender !== void 0 && func020.call(data17, 'spender')) {
                                let data22 = data17.spender;
                                const _errs55 = errors;
                                const _errs56 = errors;
                                let valid8 = false;
                                const _errs57 = errors;
                                if (errors === _errs57) {
                                  if (typeof data22 === 'string') {
                                    if (!pattern11.test(data22)) {
                                      const err49 = {
                                        instancePath: instancePath + '/notice/spender',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/0/properties/spender/anyOf/0/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9a-f]{64}$' },
                                        message: 'must match pattern "^[0-9a-f]{64}$"',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err49];
                                      } else {
                                        vErrors.push(err49);
                                      }
                                      errors++;
                                    }
                                  } else {
                                    const err50 = {
                                      instancePath: instancePath + '/notice/spender',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/0/properties/spender/anyOf/0/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err50];
                                    } else {
                                      vErrors.push(err50);
                                    }
                                    errors++;
                                  }
                                }
                                var _valid2 = _errs57 === errors;
                                valid8 = valid8 || _valid2;
                                const _errs59 = errors;
                                if (data22 !== null) {
                                  const err51 = {
                                    instancePath: instancePath + '/notice/spender',
                                    schemaPath:
                                      '#/anyOf/4/properties/notice/anyOf/0/properties/spender/anyOf/1/type',
                                    keyword: 'type',
                                    params: { type: 'null' },
                                    message: 'must be null',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err51];
                                  } else {
                                    vErrors.push(err51);
                                  }
                                  errors++;
                                }
                                var _valid2 = _errs59 === errors;
                                valid8 = valid8 || _valid2;
                                if (!valid8) {
                                  const err52 = {
                                    instancePath: instancePath + '/notice/spender',
                                    schemaPath:
                                      '#/anyOf/4/properties/notice/anyOf/0/properties/spender/anyOf',
                                    keyword: 'anyOf',
                                    params: {},
                                    message: 'must match a schema in anyOf',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err52];
                                  } else {
                                    vErrors.push(err52);
                                  }
                                  errors++;
                                } else {
                                  errors = _errs56;
                                  if (vErrors !== null) {
                                    if (_errs56) {
                                      vErrors.length = _errs56;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                }
                                var valid7 = _errs55 === errors;
                              } else {
                                var valid7 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                } else {
                  const err53 = {
                    instancePath: instancePath + '/notice',
                    schemaPath: '#/anyOf/4/properties/notice/anyOf/0/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              }
              var _valid1 = _errs46 === errors;
              valid6 = valid6 || _valid1;
              if (_valid1) {
                var props1 = true;
              }
              const _errs61 = errors;
              if (errors === _errs61) {
                if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                  let missing6;
                  if (
                    ((data17.about === void 0 || !func020.call(data17, 'about')) && (missing6 = 'about')) ||
                    ((data17.txid === void 0 || !func020.call(data17, 'txid')) && (missing6 = 'txid')) ||
                    ((data17.vout === void 0 || !func020.call(data17, 'vout')) && (missing6 = 'vout')) ||
                    ((data17.finding === void 0 || !func020.call(data17, 'finding')) &&
                      (missing6 = 'finding')) ||
                    ((data17.left === void 0 || !func020.call(data17, 'left')) && (missing6 = 'left'))
                  ) {
                    const err54 = {
                      instancePath: instancePath + '/notice',
                      schemaPath: '#/anyOf/4/properties/notice/anyOf/1/required',
                      keyword: 'required',
                      params: { missingProperty: missing6 },
                      message: "must have required property '" + missing6 + "'",
                    };
                    if (vErrors === null) {
                      vErrors = [err54];
                    } else {
                      vErrors.push(err54);
                    }
                    errors++;
                  } else {
                    const _errs63 = errors;
                    for (const key6 of Object.keys(data17)) {
                      if (!(
                        key6 === 'about' ||
                        key6 === 'txid' ||
                        key6 === 'vout' ||
                        key6 === 'finding' ||
                        key6 === 'left'
                      )) {
                        const err55 = {
                          instancePath: instancePath + '/notice',
                          schemaPath: '#/anyOf/4/properties/notice/anyOf/1/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key6 },
                          message: 'must NOT have additional properties',
                        };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                        break;
                      }
                    }
                    if (_errs63 === errors) {
                      if (data17.about !== void 0 && func020.call(data17, 'about')) {
                        const _errs64 = errors;
                        if ('bond' !== data17.about) {
                          const err56 = {
                            instancePath: instancePath + '/notice/about',
                            schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/about/const',
                            keyword: 'const',
                            params: { allowedValue: 'bond' },
                            message: 'must be equal to constant',
                          };
                          if (vErrors === null) {
                            vErrors = [err56];
                          } else {
                            vErrors.push(err56);
                          }
                          errors++;
                        }
                        var valid9 = _errs64 === errors;
                      } else {
                        var valid9 = true;
                      }
                      if (valid9) {
                        if (data17.txid !== void 0 && func020.call(data17, 'txid')) {
                          let data24 = data17.txid;
                          const _errs65 = errors;
                          if (errors === _errs65) {
                            if (typeof data24 === 'string') {
                              if (!pattern11.test(data24)) {
                                const err57 = {
                                  instancePath: instancePath + '/notice/txid',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/txid/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[0-9a-f]{64}$' },
                                  message: 'must match pattern "^[0-9a-f]{64}$"',
                                };
                                if (vErrors === null) {
                                  vErrors = [err57];
                                } else {
                                  vErrors.push(err57);
                                }
                                errors++;
                              }
                            } else {
                              const err58 = {
                                instancePath: instancePath + '/notice/txid',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/txid/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              };
                              if (vErrors === null) {
                                vErrors = [err58];
                              } else {
                                vErrors.push(err58);
                              }
                              errors++;
                            }
                          }
                          var valid9 = _errs65 === errors;
                        } else {
                          var valid9 = true;
                        }
                        if (valid9) {
                          if (data17.vout !== void 0 && func020.call(data17, 'vout')) {
                            let data25 = data17.vout;
                            const _errs67 = errors;
                            if (!(
                              typeof data25 == 'number' &&
                              !(data25 % 1) &&
                              !isNaN(data25) &&
                              isFinite(data25)
                            )) {
                              const err59 = {
                                instancePath: instancePath + '/notice/vout',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/vout/type',
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
                            if (errors === _errs67) {
                              if (typeof data25 == 'number' && isFinite(data25)) {
                                if (data25 > 4294967295 || isNaN(data25)) {
                                  const err60 = {
                                    instancePath: instancePath + '/notice/vout',
                                    schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/vout/maximum',
                                    keyword: 'maximum',
                                    params: { comparison: '<=', limit: 4294967295 },
                                    message: 'must be <= 4294967295',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err60];
                                  } else {
                                    vErrors.push(err60);
                                  }
                                  errors++;
                                } else {
                                  if (data25 < 0 || isNaN(data25)) {
                                    const err61 = {
                                      instancePath: instancePath + '/notice/vout',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/1/properties/vout/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                      message: 'must be >= 0',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err61];
                                    } else {
                                      vErrors.push(err61);
                                    }
                                    errors++;
                                  }
                                }
                              }
                            }
                            var valid9 = _errs67 === errors;
                          } else {
                            var valid9 = true;
                          }
                          if (valid9) {
                            if (data17.finding !== void 0 && func020.call(data17, 'finding')) {
                              let data26 = data17.finding;
                              const _errs69 = errors;
                              if (!(
                                data26 === 'certificate-ends' ||
                                data26 === 'certificate-ended' ||
                                data26 === 'unlocks' ||
                                data26 === 'unlocked' ||
                                data26 === 'spent'
                              )) {
                                const err62 = {
                                  instancePath: instancePath + '/notice/finding',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/finding/enum',
                                  keyword: 'enum',
                                  params: {
                                    allowedValues:
                                      schema312.anyOf[4].properties.notice.anyOf[1].properties.finding.enum,
                                  },
                                  message: 'must be equal to one of the allowed values',
                                };
                                if (vErrors === null) {
                                  vErrors = [err62];
                                } else {
                                  vErrors.push(err62);
                                }
                                errors++;
                              }
                              var valid9 = _errs69 === errors;
                            } else {
                              var valid9 = true;
                            }
                            if (valid9) {
                              if (data17.left !== void 0 && func020.call(data17, 'left')) {
                                let data27 = data17.left;
                                const _errs70 = errors;
                                if (!(
                                  typeof data27 == 'number' &&
                                  !(data27 % 1) &&
                                  !isNaN(data27) &&
                                  isFinite(data27)
                                )) {
                                  const err63 = {
                                    instancePath: instancePath + '/notice/left',
                                    schemaPath: '#/anyOf/4/properties/notice/anyOf/1/properties/left/type',
                                    keyword: 'type',
                                    params: { type: 'integer' },
                                    message: 'must be integer',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err63];
                                  } else {
                                    vErrors.push(err63);
                                  }
                                  errors++;
                                }
                                if (errors === _errs70) {
                                  if (typeof data27 == 'number' && isFinite(data27)) {
                                    if (data27 > 1e7 || isNaN(data27)) {
                                      const err64 = {
                                        instancePath: instancePath + '/notice/left',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/1/properties/left/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 1e7 },
                                        message: 'must be <= 10000000',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err64];
                                      } else {
                                        vErrors.push(err64);
                                      }
                                      errors++;
                                    } else {
                                      if (data27 < 0 || isNaN(data27)) {
                                        const err65 = {
                                          instancePath: instancePath + '/notice/left',
                                          schemaPath:
                                            '#/anyOf/4/properties/notice/anyOf/1/properties/left/minimum',
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
                                }
                                var valid9 = _errs70 === errors;
                              } else {
                                var valid9 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                } else {
                  const err66 = {
                    instancePath: instancePath + '/notice',
                    schemaPath: '#/anyOf/4/properties/notice/anyOf/1/type',
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
              var _valid1 = _errs61 === errors;
              valid6 = valid6 || _valid1;
              if (_valid1) {
                if (props1 !== true) {
                  props1 = true;
                }
              }
              const _errs72 = errors;
              if (errors === _errs72) {
                if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                  let missing7;
                  if (
                    ((data17.about === void 0 || !func020.call(data17, 'about')) && (missing7 = 'about')) ||
                    ((data17.finding === void 0 || !func020.call(data17, 'finding')) &&
                      (missing7 = 'finding')) ||
                    ((data17.height === void 0 || !func020.call(data17, 'height')) &&
                      (missing7 = 'height')) ||
                    ((data17.behind === void 0 || !func020.call(data17, 'behind')) && (missing7 = 'behind'))
                  ) {
                    const err67 = {
                      instancePath: instancePath + '/notice',
                      schemaPath: '#/anyOf/4/properties/notice/anyOf/2/required',
                      keyword: 'required',
                      params: { missingProperty: missing7 },
                      message: "must have required property '" + missing7 + "'",
                    };
                    if (vErrors === null) {
                      vErrors = [err67];
                    } else {
                      vErrors.push(err67);
                    }
                    errors++;
                  } else {
                    const _errs74 = errors;
                    for (const key7 of Object.keys(data17)) {
                      if (!(
                        key7 === 'about' ||
                        key7 === 'finding' ||
                        key7 === 'height' ||
                        key7 === 'behind'
                      )) {
                        const err68 = {
                          instancePath: instancePath + '/notice',
                          schemaPath: '#/anyOf/4/properties/notice/anyOf/2/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key7 },
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
                    if (_errs74 === errors) {
                      if (data17.about !== void 0 && func020.call(data17, 'about')) {
                        const _errs75 = errors;
                        if ('tip' !== data17.about) {
                          const err69 = {
                            instancePath: instancePath + '/notice/about',
                            schemaPath: '#/anyOf/4/properties/notice/anyOf/2/properties/about/const',
                            keyword: 'const',
                            params: { allowedValue: 'tip' },
                            message: 'must be equal to constant',
                          };
                          if (vErrors === null) {
                            vErrors = [err69];
                          } else {
                            vErrors.push(err69);
                          }
                          errors++;
                        }
                        var valid10 = _errs75 === errors;
                      } else {
                        var valid10 = true;
                      }
                      if (valid10) {
                        if (data17.finding !== void 0 && func020.call(data17, 'finding')) {
                          let data29 = data17.finding;
                          const _errs76 = errors;
                          if (!(
                            data29 === 'well' ||
                            data29 === 'no-block' ||
                            data29 === 'behind-headers' ||
                            data29 === 'behind-peers' ||
                            data29 === 'no-peers' ||
                            data29 === 'syncing' ||
                            data29 === 'unreachable'
                          )) {
                            const err70 = {
                              instancePath: instancePath + '/notice/finding',
                              schemaPath: '#/anyOf/4/properties/notice/anyOf/2/properties/finding/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema312.anyOf[4].properties.notice.anyOf[2].properties.finding.enum,
                              },
                              message: 'must be equal to one of the allowed values',
                            };
                            if (vErrors === null) {
                              vErrors = [err70];
                            } else {
                              vErrors.push(err70);
                            }
                            errors++;
                          }
                          var valid10 = _errs76 === errors;
                        } else {
                          var valid10 = true;
                        }
                        if (valid10) {
                          if (data17.height !== void 0 && func020.call(data17, 'height')) {
                            let data30 = data17.height;
                            const _errs77 = errors;
                            if (!(
                              typeof data30 == 'number' &&
                              !(data30 % 1) &&
                              !isNaN(data30) &&
                              isFinite(data30)
                            )) {
                              const err71 = {
                                instancePath: instancePath + '/notice/height',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/2/properties/height/type',
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
                            if (errors === _errs77) {
                              if (typeof data30 == 'number' && isFinite(data30)) {
                                if (data30 > 2147483647 || isNaN(data30)) {
                                  const err72 = {
                                    instancePath: instancePath + '/notice/height',
                                    schemaPath:
                                      '#/anyOf/4/properties/notice/anyOf/2/properties/height/maximum',
                                    keyword: 'maximum',
                                    params: { comparison: '<=', limit: 2147483647 },
                                    message: 'must be <= 2147483647',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err72];
                                  } else {
                                    vErrors.push(err72);
                                  }
                                  errors++;
                                } else {
                                  if (data30 < 0 || isNaN(data30)) {
                                    const err73 = {
                                      instancePath: instancePath + '/notice/height',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/2/properties/height/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                      message: 'must be >= 0',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err73];
                                    } else {
                                      vErrors.push(err73);
                                    }
                                    errors++;
                                  }
                                }
                              }
                            }
                            var valid10 = _errs77 === errors;
                          } else {
                            var valid10 = true;
                          }
                          if (valid10) {
                            if (data17.behind !== void 0 && func020.call(data17, 'behind')) {
                              let data31 = data17.behind;
                              const _errs79 = errors;
                              if (!(
                                typeof data31 == 'number' &&
                                !(data31 % 1) &&
                                !isNaN(data31) &&
                                isFinite(data31)
                              )) {
                                const err74 = {
                                  instancePath: instancePath + '/notice/behind',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/2/properties/behind/type',
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
                              if (errors === _errs79) {
                                if (typeof data31 == 'number' && isFinite(data31)) {
                                  if (data31 > 1e7 || isNaN(data31)) {
                                    const err75 = {
                                      instancePath: instancePath + '/notice/behind',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/2/properties/behind/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 1e7 },
                                      message: 'must be <= 10000000',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err75];
                                    } else {
                                      vErrors.push(err75);
                                    }
                                    errors++;
                                  } else {
                                    if (data31 < 0 || isNaN(data31)) {
                                      const err76 = {
                                        instancePath: instancePath + '/notice/behind',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/2/properties/behind/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err76];
                                      } else {
                                        vErrors.push(err76);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                              }
                              var valid10 = _errs79 === errors;
                            } else {
                              var valid10 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                } else {
                  const err77 = {
                    instancePath: instancePath + '/notice',
                    schemaPath: '#/anyOf/4/properties/notice/anyOf/2/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  };
                  if (vErrors === null) {
                    vErrors = [err77];
                  } else {
                    vErrors.push(err77);
                  }
                  errors++;
                }
              }
              var _valid1 = _errs72 === errors;
              valid6 = valid6 || _valid1;
              if (_valid1) {
                if (props1 !== true) {
                  props1 = true;
                }
              }
              const _errs81 = errors;
              if (errors === _errs81) {
                if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                  let missing8;
                  if (
                    ((data17.about === void 0 || !func020.call(data17, 'about')) && (missing8 = 'about')) ||
                    ((data17.directory === void 0 || !func020.call(data17, 'directory')) &&
                      (missing8 = 'directory')) ||
                    ((data17.finding === void 0 || !func020.call(data17, 'finding')) &&
                      (missing8 = 'finding')) ||
                    ((data17.latencyMs === void 0 || !func020.call(data17, 'latencyMs')) &&
                      (missing8 = 'latencyMs')) ||
                    ((data17.minutes === void 0 || !func020.call(data17, 'minutes')) &&
                      (missing8 = 'minutes')) ||
                    ((data17.detail === void 0 || !func020.call(data17, 'detail')) && (missing8 = 'detail'))
                  ) {
                    const err78 = {
                      instancePath: instancePath + '/notice',
                      schemaPath: '#/anyOf/4/properties/notice/anyOf/3/required',
                      keyword: 'required',
                      params: { missingProperty: missing8 },
                      message: "must have required property '" + missing8 + "'",
                    };
                    if (vErrors === null) {
                      vErrors = [err78];
                    } else {
                      vErrors.push(err78);
                    }
                    errors++;
                  } else {
                    const _errs83 = errors;
                    for (const key8 of Object.keys(data17)) {
                      if (!(
                        key8 === 'about' ||
                        key8 === 'directory' ||
                        key8 === 'finding' ||
                        key8 === 'latencyMs' ||
                        key8 === 'minutes' ||
                        key8 === 'detail'
                      )) {
                        const err79 = {
                          instancePath: instancePath + '/notice',
                          schemaPath: '#/anyOf/4/properties/notice/anyOf/3/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key8 },
                          message: 'must NOT have additional properties',
                        };
                        if (vErrors === null) {
                          vErrors = [err79];
                        } else {
                          vErrors.push(err79);
                        }
                        errors++;
                        break;
                      }
                    }
                    if (_errs83 === errors) {
                      if (data17.about !== void 0 && func020.call(data17, 'about')) {
                        const _errs84 = errors;
                        if ('directory' !== data17.about) {
                          const err80 = {
                            instancePath: instancePath + '/notice/about',
                            schemaPath: '#/anyOf/4/properties/notice/anyOf/3/properties/about/const',
                            keyword: 'const',
                            params: { allowedValue: 'directory' },
                            message: 'must be equal to constant',
                          };
                          if (vErrors === null) {
                            vErrors = [err80];
                          } else {
                            vErrors.push(err80);
                          }
                          errors++;
                        }
                        var valid11 = _errs84 === errors;
                      } else {
                        var valid11 = true;
                      }
                      if (valid11) {
                        if (data17.directory !== void 0 && func020.call(data17, 'directory')) {
                          let data33 = data17.directory;
                          const _errs85 = errors;
                          if (errors === _errs85) {
                            if (typeof data33 === 'string') {
                              if (!pattern14.test(data33)) {
                                const err81 = {
                                  instancePath: instancePath + '/notice/directory',
                                  schemaPath:
                                    '#/anyOf/4/properties/notice/anyOf/3/properties/directory/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[A-Za-z0-9.:-]{1,80}$' },
                                  message: 'must match pattern "^[A-Za-z0-9.:-]{1,80}$"',
                                };
                                if (vErrors === null) {
                                  vErrors = [err81];
                                } else {
                                  vErrors.push(err81);
                                }
                                errors++;
                              }
                            } else {
                              const err82 = {
                                instancePath: instancePath + '/notice/directory',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/3/properties/directory/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              };
                              if (vErrors === null) {
                                vErrors = [err82];
                              } else {
                                vErrors.push(err82);
                              }
                              errors++;
                            }
                          }
                          var valid11 = _errs85 === errors;
                        } else {
                          var valid11 = true;
                        }
                        if (valid11) {
                          if (data17.finding !== void 0 && func020.call(data17, 'finding')) {
                            let data34 = data17.finding;
                            const _errs87 = errors;
                            if (!(data34 === 'up' || data34 === 'silent' || data34 === 'down')) {
                              const err83 = {
                                instancePath: instancePath + '/notice/finding',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/3/properties/finding/enum',
                                keyword: 'enum',
                                params: {
                                  allowedValues:
                                    schema312.anyOf[4].properties.notice.anyOf[3].properties.finding.enum,
                                },
                                message: 'must be equal to one of the allowed values',
                              };
                              if (vErrors === null) {
                                vErrors = [err83];
                              } else {
                                vErrors.push(err83);
                              }
                              errors++;
                            }
                            var valid11 = _errs87 === errors;
                          } else {
                            var valid11 = true;
                          }
                          if (valid11) {
                            if (data17.latencyMs !== void 0 && func020.call(data17, 'latencyMs')) {
                              let data35 = data17.latencyMs;
                              const _errs88 = errors;
                              const _errs89 = errors;
                              let valid12 = false;
                              const _errs90 = errors;
                              if (!(
                                typeof data35 == 'number' &&
                                !(data35 % 1) &&
                                !isNaN(data35) &&
                                isFinite(data35)
                              )) {
                                const err84 = {
                                  instancePath: instancePath + '/notice/latencyMs',
                                  schemaPath:
                                    '#/anyOf/4/properties/notice/anyOf/3/properties/latencyMs/anyOf/0/type',
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
                              if (errors === _errs90) {
                                if (typeof data35 == 'number' && isFinite(data35)) {
                                  if (data35 > 1e7 || isNaN(data35)) {
                                    const err85 = {
                                      instancePath: instancePath + '/notice/latencyMs',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/3/properties/latencyMs/anyOf/0/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 1e7 },
                                      message: 'must be <= 10000000',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err85];
                                    } else {
                                      vErrors.push(err85);
                                    }
                                    errors++;
                                  } else {
                                    if (data35 < 0 || isNaN(data35)) {
                                      const err86 = {
                                        instancePath: instancePath + '/notice/latencyMs',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/3/properties/latencyMs/anyOf/0/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err86];
                                      } else {
                                        vErrors.push(err86);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                              }
                              var _valid3 = _errs90 === errors;
                              valid12 = valid12 || _valid3;
                              const _errs92 = errors;
                              if (data35 !== null) {
                                const err87 = {
                                  instancePath: instancePath + '/notice/latencyMs',
                                  schemaPath:
                                    '#/anyOf/4/properties/notice/anyOf/3/properties/latencyMs/anyOf/1/type',
                                  keyword: 'type',
                                  params: { type: 'null' },
                                  message: 'must be null',
                                };
                                if (vErrors === null) {
                                  vErrors = [err87];
                                } else {
                                  vErrors.push(err87);
                                }
                                errors++;
                              }
                              var _valid3 = _errs92 === errors;
                              valid12 = valid12 || _valid3;
                              if (!valid12) {
                                const err88 = {
                                  instancePath: instancePath + '/notice/latencyMs',
                                  schemaPath:
                                    '#/anyOf/4/properties/notice/anyOf/3/properties/latencyMs/anyOf',
                                  keyword: 'anyOf',
                                  params: {},
                                  message: 'must match a schema in anyOf',
                                };
                                if (vErrors === null) {
                                  vErrors = [err88];
                                } else {
                                  vErrors.push(err88);
                                }
                                errors++;
                              } else {
                                errors = _errs89;
                                if (vErrors !== null) {
                                  if (_errs89) {
                                    vErrors.length = _errs89;
                                  } else {
                                    vErrors = null;
                                  }
                                }
                              }
                              var valid11 = _errs88 === errors;
                            } else {
                              var valid11 = true;
                            }
                            if (valid11) {
                              if (data17.minutes !== void 0 && func020.call(data17, 'minutes')) {
                                let data36 = data17.minutes;
                                const _errs94 = errors;
                                if (!(
                                  typeof data36 == 'number' &&
                                  !(data36 % 1) &&
                                  !isNaN(data36) &&
                                  isFinite(data36)
                                )) {
                                  const err89 = {
                                    instancePath: instancePath + '/notice/minutes',
                                    schemaPath: '#/anyOf/4/properties/notice/anyOf/3/properties/minutes/type',
                                    keyword: 'type',
                                    params: { type: 'integer' },
                                    message: 'must be integer',
                                  };
                                  if (vErrors === null) {
                                    vErrors = [err89];
                                  } else {
                                    vErrors.push(err89);
                                  }
                                  errors++;
                                }
                                if (errors === _errs94) {
                                  if (typeof data36 == 'number' && isFinite(data36)) {
                                    if (data36 > 1e7 || isNaN(data36)) {
                                      const err90 = {
                                        instancePath: instancePath + '/notice/minutes',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/3/properties/minutes/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 1e7 },
                                        message: 'must be <= 10000000',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err90];
                                      } else {
                                        vErrors.push(err90);
                                      }
                                      errors++;
                                    } else {
                                      if (data36 < 0 || isNaN(data36)) {
                                        const err91 = {
                                          instancePath: instancePath + '/notice/minutes',
                                          schemaPath:
                                            '#/anyOf/4/properties/notice/anyOf/3/properties/minutes/minimum',
                                          keyword: 'minimum',
                                          params: { comparison: '>=', limit: 0 },
                                          message: 'must be >= 0',
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err91];
                                        } else {
                                          vErrors.push(err91);
                                        }
                                        errors++;
                                      }
                                    }
                                  }
                                }
                                var valid11 = _errs94 === errors;
                              } else {
                                var valid11 = true;
                              }
                              if (valid11) {
                                if (data17.detail !== void 0 && func020.call(data17, 'detail')) {
                                  let data37 = data17.detail;
                                  const _errs96 = errors;
                                  if (errors === _errs96) {
                                    if (typeof data37 === 'string') {
                                      if (func683(data37) > 200) {
                                        const err92 = {
                                          instancePath: instancePath + '/notice/detail',
                                          schemaPath:
                                            '#/anyOf/4/properties/notice/anyOf/3/properties/detail/maxLength',
                                          keyword: 'maxLength',
                                          params: { limit: 200 },
                                          message: 'must NOT have more than 200 characters',
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err92];
                                        } else {
                                          vErrors.push(err92);
                                        }
                                        errors++;
                                      }
                                    } else {
                                      const err93 = {
                                        instancePath: instancePath + '/notice/detail',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/3/properties/detail/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err93];
                                      } else {
                                        vErrors.push(err93);
                                      }
                                      errors++;
                                    }
                                  }
                                  var valid11 = _errs96 === errors;
                                } else {
                                  var valid11 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                } else {
                  const err94 = {
                    instancePath: instancePath + '/notice',
                    schemaPath: '#/anyOf/4/properties/notice/anyOf/3/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              }
              var _valid1 = _errs81 === errors;
              valid6 = valid6 || _valid1;
              if (_valid1) {
                if (props1 !== true) {
                  props1 = true;
                }
              }
              const _errs98 = errors;
              if (errors === _errs98) {
                if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                  let missing9;
                  if (
                    ((data17.about === void 0 || !func020.call(data17, 'about')) && (missing9 = 'about')) ||
                    ((data17.directory === void 0 || !func020.call(data17, 'directory')) &&
                      (missing9 = 'directory')) ||
                    ((data17.finding === void 0 || !func020.call(data17, 'finding')) &&
                      (missing9 = 'finding')) ||
                    ((data17.offers === void 0 || !func020.call(data17, 'offers')) && (missing9 = 'offers'))
                  ) {
                    const err95 = {
                      instancePath: instancePath + '/notice',
                      schemaPath: '#/anyOf/4/properties/notice/anyOf/4/required',
                      keyword: 'required',
                      params: { missingProperty: missing9 },
                      message: "must have required property '" + missing9 + "'",
                    };
                    if (vErrors === null) {
                      vErrors = [err95];
                    } else {
                      vErrors.push(err95);
                    }
                    errors++;
                  } else {
                    const _errs100 = errors;
                    for (const key9 of Object.keys(data17)) {
                      if (!(
                        key9 === 'about' ||
                        key9 === 'directory' ||
                        key9 === 'finding' ||
                        key9 === 'offers'
                      )) {
                        const err96 = {
                          instancePath: instancePath + '/notice',
                          schemaPath: '#/anyOf/4/properties/notice/anyOf/4/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key9 },
                          message: 'must NOT have additional properties',
                        };
                        if (vErrors === null) {
                          vErrors = [err96];
                        } else {
                          vErrors.push(err96);
                        }
                        errors++;
                        break;
                      }
                    }
                    if (_errs100 === errors) {
                      if (data17.about !== void 0 && func020.call(data17, 'about')) {
                        const _errs101 = errors;
                        if ('own-offers' !== data17.about) {
                          const err97 = {
                            instancePath: instancePath + '/notice/about',
                            schemaPath: '#/anyOf/4/properties/notice/anyOf/4/properties/about/const',
                            keyword: 'const',
                            params: { allowedValue: 'own-offers' },
                            message: 'must be equal to constant',
                          };
                          if (vErrors === null) {
                            vErrors = [err97];
                          } else {
                            vErrors.push(err97);
                          }
                          errors++;
                        }
                        var valid13 = _errs101 === errors;
                      } else {
                        var valid13 = true;
                      }
                      if (valid13) {
                        if (data17.directory !== void 0 && func020.call(data17, 'directory')) {
                          let data39 = data17.directory;
                          const _errs102 = errors;
                          if (errors === _errs102) {
                            if (typeof data39 === 'string') {
                              if (!pattern14.test(data39)) {
                                const err98 = {
                                  instancePath: instancePath + '/notice/directory',
                                  schemaPath:
                                    '#/anyOf/4/properties/notice/anyOf/4/properties/directory/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[A-Za-z0-9.:-]{1,80}$' },
                                  message: 'must match pattern "^[A-Za-z0-9.:-]{1,80}$"',
                                };
                                if (vErrors === null) {
                                  vErrors = [err98];
                                } else {
                                  vErrors.push(err98);
                                }
                                errors++;
                              }
                            } else {
                              const err99 = {
                                instancePath: instancePath + '/notice/directory',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/4/properties/directory/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              };
                              if (vErrors === null) {
                                vErrors = [err99];
                              } else {
                                vErrors.push(err99);
                              }
                              errors++;
                            }
                          }
                          var valid13 = _errs102 === errors;
                        } else {
                          var valid13 = true;
                        }
                        if (valid13) {
                          if (data17.finding !== void 0 && func020.call(data17, 'finding')) {
                            let data40 = data17.finding;
                            const _errs104 = errors;
                            if (!(data40 === 'seen' || data40 === 'unanswered' || data40 === 'unreachable')) {
                              const err100 = {
                                instancePath: instancePath + '/notice/finding',
                                schemaPath: '#/anyOf/4/properties/notice/anyOf/4/properties/finding/enum',
                                keyword: 'enum',
                                params: {
                                  allowedValues:
                                    schema312.anyOf[4].properties.notice.anyOf[4].properties.finding.enum,
                                },
                                message: 'must be equal to one of the allowed values',
                              };
                              if (vErrors === null) {
                                vErrors = [err100];
                              } else {
                                vErrors.push(err100);
                              }
                              errors++;
                            }
                            var valid13 = _errs104 === errors;
                          } else {
                            var valid13 = true;
                          }
                          if (valid13) {
                            if (data17.offers !== void 0 && func020.call(data17, 'offers')) {
                              let data41 = data17.offers;
                              const _errs105 = errors;
                              if (!(
                                typeof data41 == 'number' &&
                                !(data41 % 1) &&
                                !isNaN(data41) &&
                                isFinite(data41)
                              )) {
                                const err101 = {
                                  instancePath: instancePath + '/notice/offers',
                                  schemaPath: '#/anyOf/4/properties/notice/anyOf/4/properties/offers/type',
                                  keyword: 'type',
                                  params: { type: 'integer' },
                                  message: 'must be integer',
                                };
                                if (vErrors === null) {
                                  vErrors = [err101];
                                } else {
                                  vErrors.push(err101);
                                }
                                errors++;
                              }
                              if (errors === _errs105) {
                                if (typeof data41 == 'number' && isFinite(data41)) {
                                  if (data41 > 1e7 || isNaN(data41)) {
                                    const err102 = {
                                      instancePath: instancePath + '/notice/offers',
                                      schemaPath:
                                        '#/anyOf/4/properties/notice/anyOf/4/properties/offers/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 1e7 },
                                      message: 'must be <= 10000000',
                                    };
                                    if (vErrors === null) {
                                      vErrors = [err102];
                                    } else {
                                      vErrors.push(err102);
                                    }
                                    errors++;
                                  } else {
                                    if (data41 < 0 || isNaN(data41)) {
                                      const err103 = {
                                        instancePath: instancePath + '/notice/offers',
                                        schemaPath:
                                          '#/anyOf/4/properties/notice/anyOf/4/properties/offers/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      };
                                      if (vErrors === null) {
                                        vErrors = [err103];
                                      } else {
                                        vErrors.push(err103);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                              }
                              var valid13 = _errs105 === errors;
                            } else {
                              var valid13 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                } else {
                  const err104 = {
                    instancePath: instancePath + '/notice',
                    schemaPath: '#/anyOf/4/properties/notice/anyOf/4/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  };
                  if (vErrors === null) {
                    vErrors = [err104];
                  } else {
                    vErrors.push(err104);
                  }
                  errors++;
                }
              }
              var _valid1 = _errs98 === errors;
              valid6 = valid6 || _valid1;
              if (_valid1) {
                if (props1 !== true) {
                  props1 = true;
                }
              }
              if (!valid6) {
                const err105 = {
                  instancePath: instancePath + '/notice',
                  schemaPath: '#/anyOf/4/properties/notice/anyOf',
                  keyword: 'anyOf',
                  params: {},
                  message: 'must match a schema in anyOf',
                };
                if (vErrors === null) {
                  vErrors = [err105];
                } else {
                  vErrors.push(err105);
                }
                errors++;
              } else {
                errors = _errs45;
                if (vErrors !== null) {
                  if (_errs45) {
                    vErrors.length = _errs45;
                  } else {
                    vErrors = null;
                  }
                }
              }
              var valid5 = _errs44 === errors;
            } else {
              var valid5 = true;
            }
          }
        }
      }
    } else {
      const err106 = {
        instancePath,
        schemaPath: '#/anyOf/4/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err106];
      } else {
        vErrors.push(err106);
      }
      errors++;
    }
  }
  var _valid0 = _errs40 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs107 = errors;
  if (errors === _errs107) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing10;
      if (
        ((data.event === void 0 || !func020.call(data, 'event')) && (missing10 = 'event')) ||
        ((data.publicLines === void 0 || !func020.call(data, 'publicLines')) && (missing10 = 'publicLines'))
      ) {
        const err107 = {
          instancePath,
          schemaPath: '#/anyOf/5/required',
          keyword: 'required',
          params: { missingProperty: missing10 },
          message: "must have required property '" + missing10 + "'",
        };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      } else {
        const _errs109 = errors;
        for (const key10 of Object.keys(data)) {
          if (!(key10 === 'event' || key10 === 'publicLines')) {
            const err108 = {
              instancePath,
              schemaPath: '#/anyOf/5/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key10 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err108];
            } else {
              vErrors.push(err108);
            }
            errors++;
            break;
          }
        }
        if (_errs109 === errors) {
          if (data.event !== void 0 && func020.call(data, 'event')) {
            const _errs110 = errors;
            if ('shed' !== data.event) {
              const err109 = {
                instancePath: instancePath + '/event',
                schemaPath: '#/anyOf/5/properties/event/const',
                keyword: 'const',
                params: { allowedValue: 'shed' },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err109];
              } else {
                vErrors.push(err109);
              }
              errors++;
            }
            var valid14 = _errs110 === errors;
          } else {
            var valid14 = true;
          }
          if (valid14) {
            if (data.publicLines !== void 0 && func020.call(data, 'publicLines')) {
              let data43 = data.publicLines;
              const _errs111 = errors;
              if (!(typeof data43 == 'number' && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
                const err110 = {
                  instancePath: instancePath + '/publicLines',
                  schemaPath: '#/anyOf/5/properties/publicLines/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err110];
                } else {
                  vErrors.push(err110);
                }
                errors++;
              }
              if (errors === _errs111) {
                if (typeof data43 == 'number' && isFinite(data43)) {
                  if (data43 < 1 || isNaN(data43)) {
                    const err111 = {
                      instancePath: instancePath + '/publicLines',
                      schemaPath: '#/anyOf/5/properties/publicLines/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 1 },
                      message: 'must be >= 1',
                    };
                    if (vErrors === null) {
                      vErrors = [err111];
                    } else {
                      vErrors.push(err111);
                    }
                    errors++;
                  }
                }
              }
              var valid14 = _errs111 === errors;
            } else {
              var valid14 = true;
            }
          }
        }
      }
    } else {
      const err112 = {
        instancePath,
        schemaPath: '#/anyOf/5/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err112];
      } else {
        vErrors.push(err112);
      }
      errors++;
    }
  }
  var _valid0 = _errs107 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err113 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      message: 'must match a schema in anyOf',
    };
    if (vErrors === null) {
      vErrors = [err113];
    } else {
      vErrors.push(err113);
    }
    errors++;
    validate2027.errors = vErrors;
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
  validate2027.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate2027.evaluated = { dynamicProps: true, dynamicItems: false };

// schema:schema:openAnswer
var schema_openAnswer_default = validate2028;
var schema313 = {
  type: 'object',
  properties: {
    channels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          channel: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
          hostid: { type: 'string', maxLength: 200 },
          state: { enum: ['connecting', 'up', 'down'] },
          detail: { type: 'string', maxLength: 500 },
        },
        required: ['channel', 'hostid', 'state', 'detail'],
        additionalProperties: false,
      },
      maxItems: 20,
    },
  },
  required: ['channels'],
  additionalProperties: false,
};
var func021 = Object.prototype.hasOwnProperty;
var func684 = require_ucs2length().default;
var pattern411 = new RegExp('^[A-Za-z0-9_.:-]{1,64}$', 'u');
function validate2028(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2028.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.channels === void 0 || !func021.call(data, 'channels')) && (missing0 = 'channels')) {
        validate2028.errors = [
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
          if (!(key0 === 'channels')) {
            validate2028.errors = [
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
          if (data.channels !== void 0 && func021.call(data, 'channels')) {
            let data0 = data.channels;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 20) {
                  validate2028.errors = [
                    {
                      instancePath: instancePath + '/channels',
                      schemaPath: '#/properties/channels/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 20 },
                      message: 'must NOT have more than 20 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                        let missing1;
                        if (
                          ((data1.channel === void 0 || !func021.call(data1, 'channel')) &&
                            (missing1 = 'channel')) ||
                          ((data1.hostid === void 0 || !func021.call(data1, 'hostid')) &&
                            (missing1 = 'hostid')) ||
                          ((data1.state === void 0 || !func021.call(data1, 'state')) &&
                            (missing1 = 'state')) ||
                          ((data1.detail === void 0 || !func021.call(data1, 'detail')) &&
                            (missing1 = 'detail'))
                        ) {
                          validate2028.errors = [
                            {
                              instancePath: instancePath + '/channels/' + i0,
                              schemaPath: '#/properties/channels/items/required',
                              keyword: 'required',
                              params: { missingProperty: missing1 },
                              message: "must have required property '" + missing1 + "'",
                            },
                          ];
                          return false;
                        } else {
                          const _errs6 = errors;
                          for (const key1 of Object.keys(data1)) {
                            if (!(
                              key1 === 'channel' ||
                              key1 === 'hostid' ||
                              key1 === 'state' ||
                              key1 === 'detail'
                            )) {
                              validate2028.errors = [
                                {
                                  instancePath: instancePath + '/channels/' + i0,
                                  schemaPath: '#/properties/channels/items/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key1 },
                                  message: 'must NOT have additional properties',
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs6 === errors) {
                            if (data1.channel !== void 0 && func021.call(data1, 'channel')) {
                              let data2 = data1.channel;
                              const _errs7 = errors;
                              if (errors === _errs7) {
                                if (typeof data2 === 'string') {
                                  if (!pattern411.test(data2)) {
                                    validate2028.errors = [
                                      {
                                        instancePath: instancePath + '/channels/' + i0 + '/channel',
                                        schemaPath: '#/properties/channels/items/properties/channel/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                                        message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate2028.errors = [
                                    {
                                      instancePath: instancePath + '/channels/' + i0 + '/channel',
                                      schemaPath: '#/properties/channels/items/properties/channel/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs7 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.hostid !== void 0 && func021.call(data1, 'hostid')) {
                                let data3 = data1.hostid;
                                const _errs9 = errors;
                                if (errors === _errs9) {
                                  if (typeof data3 === 'string') {
                                    if (func684(data3) > 200) {
                                      validate2028.errors = [
                                        {
                                          instancePath: instancePath + '/channels/' + i0 + '/hostid',
                                          schemaPath:
                                            '#/properties/channels/items/properties/hostid/maxLength',
                                          keyword: 'maxLength',
                                          params: { limit: 200 },
                                          message: 'must NOT have more than 200 characters',
                                        },
                                      ];
                                      return false;
                                    }
                                  } else {
                                    validate2028.errors = [
                                      {
                                        instancePath: instancePath + '/channels/' + i0 + '/hostid',
                                        schemaPath: '#/properties/channels/items/properties/hostid/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.state !== void 0 && func021.call(data1, 'state')) {
                                  let data4 = data1.state;
                                  const _errs11 = errors;
                                  if (!(data4 === 'connecting' || data4 === 'up' || data4 === 'down')) {
                                    validate2028.errors = [
                                      {
                                        instancePath: instancePath + '/channels/' + i0 + '/state',
                                        schemaPath: '#/properties/channels/items/properties/state/enum',
                                        keyword: 'enum',
                                        params: {
                                          allowedValues:
                                            schema313.properties.channels.items.properties.state.enum,
                                        },
                                        message: 'must be equal to one of the allowed values',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid2 = _errs11 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data1.detail !== void 0 && func021.call(data1, 'detail')) {
                                    let data5 = data1.detail;
                                    const _errs12 = errors;
                                    if (errors === _errs12) {
                                      if (typeof data5 === 'string') {
                                        if (func684(data5) > 500) {
                                          validate2028.errors = [
                                            {
                                              instancePath: instancePath + '/channels/' + i0 + '/detail',
                                              schemaPath:
                                                '#/properties/channels/items/properties/detail/maxLength',
                                              keyword: 'maxLength',
                                              params: { limit: 500 },
                                              message: 'must NOT have more than 500 characters',
                                            },
                                          ];
                                          return false;
                                        }
                                      } else {
                                        validate2028.errors = [
                                          {
                                            instancePath: instancePath + '/channels/' + i0 + '/detail',
                                            schemaPath: '#/properties/channels/items/properties/detail/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs12 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate2028.errors = [
                          {
                            instancePath: instancePath + '/channels/' + i0,
                            schemaPath: '#/properties/channels/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2028.errors = [
                  {
                    instancePath: instancePath + '/channels',
                    schemaPath: '#/properties/channels/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate2028.errors = [
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
  validate2028.errors = vErrors;
  return errors === 0;
}
validate2028.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:openRequest
var schema_openRequest_default = validate2029;
var schema314 = {
  type: 'object',
  properties: {
    nick: { type: 'string', pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
    network: { enum: ['mainnet', 'testnet', 'signet', 'regtest'] },
    serving: { type: 'boolean' },
  },
  required: ['nick', 'network', 'serving'],
  additionalProperties: false,
};
var func022 = Object.prototype.hasOwnProperty;
var pattern412 = new RegExp('^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$', 'u');
function validate2029(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2029.evaluated;
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
        ((data.nick === void 0 || !func022.call(data, 'nick')) && (missing0 = 'nick')) ||
        ((data.network === void 0 || !func022.call(data, 'network')) && (missing0 = 'network')) ||
        ((data.serving === void 0 || !func022.call(data, 'serving')) && (missing0 = 'serving'))
      ) {
        validate2029.errors = [
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
          if (!(key0 === 'nick' || key0 === 'network' || key0 === 'serving')) {
            validate2029.errors = [
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
          if (data.nick !== void 0 && func022.call(data, 'nick')) {
            let data0 = data.nick;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern412.test(data0)) {
                  validate2029.errors = [
                    {
                      instancePath: instancePath + '/nick',
                      schemaPath: '#/properties/nick/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
                      message: 'must match pattern "^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2029.errors = [
                  {
                    instancePath: instancePath + '/nick',
                    schemaPath: '#/properties/nick/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.network !== void 0 && func022.call(data, 'network')) {
              let data1 = data.network;
              const _errs4 = errors;
              if (!(
                data1 === 'mainnet' ||
                data1 === 'testnet' ||
                data1 === 'signet' ||
                data1 === 'regtest'
              )) {
                validate2029.errors = [
                  {
                    instancePath: instancePath + '/network',
                    schemaPath: '#/properties/network/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema314.properties.network.enum },
                    message: 'must be equal to one of the allowed values',
                  },
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.serving !== void 0 && func022.call(data, 'serving')) {
                const _errs5 = errors;
                if (typeof data.serving !== 'boolean') {
                  validate2029.errors = [
                    {
                      instancePath: instancePath + '/serving',
                      schemaPath: '#/properties/serving/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                      message: 'must be boolean',
                    },
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2029.errors = [
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
  validate2029.errors = vErrors;
  return errors === 0;
}
validate2029.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:ownTransactionsAnswer
var schema_ownTransactionsAnswer_default = validate2030;
var func023 = Object.prototype.hasOwnProperty;
var pattern413 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2030(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2030.evaluated;
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
        ((data.transactions === void 0 || !func023.call(data, 'transactions')) &&
          (missing0 = 'transactions')) ||
        ((data.through === void 0 || !func023.call(data, 'through')) && (missing0 = 'through'))
      ) {
        validate2030.errors = [
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
          if (!(key0 === 'transactions' || key0 === 'through')) {
            validate2030.errors = [
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
          if (data.transactions !== void 0 && func023.call(data, 'transactions')) {
            let data0 = data.transactions;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 1e3) {
                  validate2030.errors = [
                    {
                      instancePath: instancePath + '/transactions',
                      schemaPath: '#/properties/transactions/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 1e3 },
                      message: 'must NOT have more than 1000 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                        let missing1;
                        if (
                          ((data1.txid === void 0 || !func023.call(data1, 'txid')) && (missing1 = 'txid')) ||
                          ((data1.block === void 0 || !func023.call(data1, 'block')) &&
                            (missing1 = 'block')) ||
                          ((data1.height === void 0 || !func023.call(data1, 'height')) &&
                            (missing1 = 'height'))
                        ) {
                          validate2030.errors = [
                            {
                              instancePath: instancePath + '/transactions/' + i0,
                              schemaPath: '#/properties/transactions/items/required',
                              keyword: 'required',
                              params: { missingProperty: missing1 },
                              message: "must have required property '" + missing1 + "'",
                            },
                          ];
                          return false;
                        } else {
                          const _errs6 = errors;
                          for (const key1 of Object.keys(data1)) {
                            if (!(key1 === 'txid' || key1 === 'block' || key1 === 'height')) {
                              validate2030.errors = [
                                {
                                  instancePath: instancePath + '/transactions/' + i0,
                                  schemaPath: '#/properties/transactions/items/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key1 },
                                  message: 'must NOT have additional properties',
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs6 === errors) {
                            if (data1.txid !== void 0 && func023.call(data1, 'txid')) {
                              let data2 = data1.txid;
                              const _errs7 = errors;
                              if (errors === _errs7) {
                                if (typeof data2 === 'string') {
                                  if (!pattern413.test(data2)) {
                                    validate2030.errors = [
                                      {
                                        instancePath: instancePath + '/transactions/' + i0 + '/txid',
                                        schemaPath: '#/properties/transactions/items/properties/txid/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9a-f]{64}$' },
                                        message: 'must match pattern "^[0-9a-f]{64}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate2030.errors = [
                                    {
                                      instancePath: instancePath + '/transactions/' + i0 + '/txid',
                                      schemaPath: '#/properties/transactions/items/properties/txid/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs7 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.block !== void 0 && func023.call(data1, 'block')) {
                                let data3 = data1.block;
                                const _errs9 = errors;
                                if (errors === _errs9) {
                                  if (typeof data3 === 'string') {
                                    if (!pattern413.test(data3)) {
                                      validate2030.errors = [
                                        {
                                          instancePath: instancePath + '/transactions/' + i0 + '/block',
                                          schemaPath:
                                            '#/properties/transactions/items/properties/block/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^[0-9a-f]{64}$' },
                                          message: 'must match pattern "^[0-9a-f]{64}$"',
                                        },
                                      ];
                                      return false;
                                    }
                                  } else {
                                    validate2030.errors = [
                                      {
                                        instancePath: instancePath + '/transactions/' + i0 + '/block',
                                        schemaPath: '#/properties/transactions/items/properties/block/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.height !== void 0 && func023.call(data1, 'height')) {
                                  let data4 = data1.height;
                                  const _errs11 = errors;
                                  if (!(
                                    typeof data4 == 'number' &&
                                    !(data4 % 1) &&
                                    !isNaN(data4) &&
                                    isFinite(data4)
                                  )) {
                                    validate2030.errors = [
                                      {
                                        instancePath: instancePath + '/transactions/' + i0 + '/height',
                                        schemaPath: '#/properties/transactions/items/properties/height/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ];
                                    return false;
                                  }
                                  if (errors === _errs11) {
                                    if (typeof data4 == 'number' && isFinite(data4)) {
                                      if (data4 > 2147483647 || isNaN(data4)) {
                                        validate2030.errors = [
                                          {
                                            instancePath: instancePath + '/transactions/' + i0 + '/height',
                                            schemaPath:
                                              '#/properties/transactions/items/properties/height/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 2147483647 },
                                            message: 'must be <= 2147483647',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data4 < 0 || isNaN(data4)) {
                                          validate2030.errors = [
                                            {
                                              instancePath: instancePath + '/transactions/' + i0 + '/height',
                                              schemaPath:
                                                '#/properties/transactions/items/properties/height/minimum',
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
                                  var valid2 = _errs11 === errors;
                                } else {
                                  var valid2 = true;
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate2030.errors = [
                          {
                            instancePath: instancePath + '/transactions/' + i0,
                            schemaPath: '#/properties/transactions/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2030.errors = [
                  {
                    instancePath: instancePath + '/transactions',
                    schemaPath: '#/properties/transactions/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
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
            if (data.through !== void 0 && func023.call(data, 'through')) {
              let data5 = data.through;
              const _errs13 = errors;
              if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                validate2030.errors = [
                  {
                    instancePath: instancePath + '/through',
                    schemaPath: '#/properties/through/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs13) {
                if (typeof data5 == 'number' && isFinite(data5)) {
                  if (data5 > 2147483647 || isNaN(data5)) {
                    validate2030.errors = [
                      {
                        instancePath: instancePath + '/through',
                        schemaPath: '#/properties/through/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data5 < 0 || isNaN(data5)) {
                      validate2030.errors = [
                        {
                          instancePath: instancePath + '/through',
                          schemaPath: '#/properties/through/minimum',
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
              var valid0 = _errs13 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2030.errors = [
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
  validate2030.errors = vErrors;
  return errors === 0;
}
validate2030.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:ownTransactionsRequest
var schema_ownTransactionsRequest_default = validate2031;
var func024 = Object.prototype.hasOwnProperty;
var pattern414 = new RegExp('^jm-split-[0-9a-f]{16}$', 'u');
function validate2031(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2031.evaluated;
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
        ((data.wallet === void 0 || !func024.call(data, 'wallet')) && (missing0 = 'wallet')) ||
        ((data.fromHeight === void 0 || !func024.call(data, 'fromHeight')) && (missing0 = 'fromHeight')) ||
        ((data.count === void 0 || !func024.call(data, 'count')) && (missing0 = 'count'))
      ) {
        validate2031.errors = [
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
          if (!(key0 === 'wallet' || key0 === 'fromHeight' || key0 === 'count')) {
            validate2031.errors = [
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
          if (data.wallet !== void 0 && func024.call(data, 'wallet')) {
            let data0 = data.wallet;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern414.test(data0)) {
                  validate2031.errors = [
                    {
                      instancePath: instancePath + '/wallet',
                      schemaPath: '#/properties/wallet/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^jm-split-[0-9a-f]{16}$' },
                      message: 'must match pattern "^jm-split-[0-9a-f]{16}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2031.errors = [
                  {
                    instancePath: instancePath + '/wallet',
                    schemaPath: '#/properties/wallet/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.fromHeight !== void 0 && func024.call(data, 'fromHeight')) {
              let data1 = data.fromHeight;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2031.errors = [
                  {
                    instancePath: instancePath + '/fromHeight',
                    schemaPath: '#/properties/fromHeight/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2147483647 || isNaN(data1)) {
                    validate2031.errors = [
                      {
                        instancePath: instancePath + '/fromHeight',
                        schemaPath: '#/properties/fromHeight/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2031.errors = [
                        {
                          instancePath: instancePath + '/fromHeight',
                          schemaPath: '#/properties/fromHeight/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.count !== void 0 && func024.call(data, 'count')) {
                let data2 = data.count;
                const _errs6 = errors;
                if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                  validate2031.errors = [
                    {
                      instancePath: instancePath + '/count',
                      schemaPath: '#/properties/count/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer',
                    },
                  ];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == 'number' && isFinite(data2)) {
                    if (data2 > 2e4 || isNaN(data2)) {
                      validate2031.errors = [
                        {
                          instancePath: instancePath + '/count',
                          schemaPath: '#/properties/count/maximum',
                          keyword: 'maximum',
                          params: { comparison: '<=', limit: 2e4 },
                          message: 'must be <= 20000',
                        },
                      ];
                      return false;
                    } else {
                      if (data2 < 1 || isNaN(data2)) {
                        validate2031.errors = [
                          {
                            instancePath: instancePath + '/count',
                            schemaPath: '#/properties/count/minimum',
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
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2031.errors = [
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
  validate2031.errors = vErrors;
  return errors === 0;
}
validate2031.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:publishAnswer
var schema_publishAnswer_default = validate2032;
function validate2032(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2032.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2032.errors = [
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
    } else {
      validate2032.errors = [
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
  validate2032.errors = vErrors;
  return errors === 0;
}
validate2032.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:publishRequest
var schema_publishRequest_default = validate2033;
var func025 = Object.prototype.hasOwnProperty;
var func62 = require_ucs2length().default;
function validate2033(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2033.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.line === void 0 || !func025.call(data, 'line')) && (missing0 = 'line')) {
        validate2033.errors = [
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
          if (!(key0 === 'line')) {
            validate2033.errors = [
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
          if (data.line !== void 0 && func025.call(data, 'line')) {
            let data0 = data.line;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (func62(data0) > 4e4) {
                  validate2033.errors = [
                    {
                      instancePath: instancePath + '/line',
                      schemaPath: '#/properties/line/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 4e4 },
                      message: 'must NOT have more than 40000 characters',
                    },
                  ];
                  return false;
                }
              } else {
                validate2033.errors = [
                  {
                    instancePath: instancePath + '/line',
                    schemaPath: '#/properties/line/type',
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
      }
    } else {
      validate2033.errors = [
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
  validate2033.errors = vErrors;
  return errors === 0;
}
validate2033.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:saveCopyAnswer
var schema_saveCopyAnswer_default = validate2034;
function validate2034(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2034.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2034.errors = [
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
    } else {
      validate2034.errors = [
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
  validate2034.errors = vErrors;
  return errors === 0;
}
validate2034.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:saveCopyRequest
var schema_saveCopyRequest_default = validate2035;
var func026 = Object.prototype.hasOwnProperty;
var pattern415 = new RegExp('^[0-9a-f]{32}$', 'u');
function validate2035(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2035.evaluated;
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
        ((data.name === void 0 || !func026.call(data, 'name')) && (missing0 = 'name')) ||
        ((data.number === void 0 || !func026.call(data, 'number')) && (missing0 = 'number'))
      ) {
        validate2035.errors = [
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
          if (!(key0 === 'name' || key0 === 'number')) {
            validate2035.errors = [
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
          if (data.name !== void 0 && func026.call(data, 'name')) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern415.test(data0)) {
                  validate2035.errors = [
                    {
                      instancePath: instancePath + '/name',
                      schemaPath: '#/properties/name/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{32}$' },
                      message: 'must match pattern "^[0-9a-f]{32}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2035.errors = [
                  {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.number !== void 0 && func026.call(data, 'number')) {
              let data1 = data.number;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2035.errors = [
                  {
                    instancePath: instancePath + '/number',
                    schemaPath: '#/properties/number/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2147483647 || isNaN(data1)) {
                    validate2035.errors = [
                      {
                        instancePath: instancePath + '/number',
                        schemaPath: '#/properties/number/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2035.errors = [
                        {
                          instancePath: instancePath + '/number',
                          schemaPath: '#/properties/number/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2035.errors = [
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
  validate2035.errors = vErrors;
  return errors === 0;
}
validate2035.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:scanUtxoSetAnswer
var schema_scanUtxoSetAnswer_default = validate2036;
var func027 = Object.prototype.hasOwnProperty;
var pattern416 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2036(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2036.evaluated;
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
        ((data.height === void 0 || !func027.call(data, 'height')) && (missing0 = 'height')) ||
        ((data.block === void 0 || !func027.call(data, 'block')) && (missing0 = 'block')) ||
        ((data.coins === void 0 || !func027.call(data, 'coins')) && (missing0 = 'coins'))
      ) {
        validate2036.errors = [
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
          if (!(key0 === 'height' || key0 === 'block' || key0 === 'coins')) {
            validate2036.errors = [
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
          if (data.height !== void 0 && func027.call(data, 'height')) {
            let data0 = data.height;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
              validate2036.errors = [
                {
                  instancePath: instancePath + '/height',
                  schemaPath: '#/properties/height/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 2147483647 || isNaN(data0)) {
                  validate2036.errors = [
                    {
                      instancePath: instancePath + '/height',
                      schemaPath: '#/properties/height/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 2147483647 },
                      message: 'must be <= 2147483647',
                    },
                  ];
                  return false;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    validate2036.errors = [
                      {
                        instancePath: instancePath + '/height',
                        schemaPath: '#/properties/height/minimum',
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
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.block !== void 0 && func027.call(data, 'block')) {
              let data1 = data.block;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === 'string') {
                  if (!pattern416.test(data1)) {
                    validate2036.errors = [
                      {
                        instancePath: instancePath + '/block',
                        schemaPath: '#/properties/block/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[0-9a-f]{64}$' },
                        message: 'must match pattern "^[0-9a-f]{64}$"',
                      },
                    ];
                    return false;
                  }
                } else {
                  validate2036.errors = [
                    {
                      instancePath: instancePath + '/block',
                      schemaPath: '#/properties/block/type',
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
              if (data.coins !== void 0 && func027.call(data, 'coins')) {
                let data2 = data.coins;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (Array.isArray(data2)) {
                    if (data2.length > 2e3) {
                      validate2036.errors = [
                        {
                          instancePath: instancePath + '/coins',
                          schemaPath: '#/properties/coins/maxItems',
                          keyword: 'maxItems',
                          params: { limit: 2e3 },
                          message: 'must NOT have more than 2000 items',
                        },
                      ];
                      return false;
                    } else {
                      var valid1 = true;
                      const len0 = data2.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data3 = data2[i0];
                        const _errs8 = errors;
                        if (errors === _errs8) {
                          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                            let missing1;
                            if (
                              ((data3.txid === void 0 || !func027.call(data3, 'txid')) &&
                                (missing1 = 'txid')) ||
                              ((data3.vout === void 0 || !func027.call(data3, 'vout')) &&
                                (missing1 = 'vout')) ||
                              ((data3.height === void 0 || !func027.call(data3, 'height')) &&
                                (missing1 = 'height'))
                            ) {
                              validate2036.errors = [
                                {
                                  instancePath: instancePath + '/coins/' + i0,
                                  schemaPath: '#/properties/coins/items/required',
                                  keyword: 'required',
                                  params: { missingProperty: missing1 },
                                  message: "must have required property '" + missing1 + "'",
                                },
                              ];
                              return false;
                            } else {
                              const _errs10 = errors;
                              for (const key1 of Object.keys(data3)) {
                                if (!(key1 === 'txid' || key1 === 'vout' || key1 === 'height')) {
                                  validate2036.errors = [
                                    {
                                      instancePath: instancePath + '/coins/' + i0,
                                      schemaPath: '#/properties/coins/items/additionalProperties',
                                      keyword: 'additionalProperties',
                                      params: { additionalProperty: key1 },
                                      message: 'must NOT have additional properties',
                                    },
                                  ];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs10 === errors) {
                                if (data3.txid !== void 0 && func027.call(data3, 'txid')) {
                                  let data4 = data3.txid;
                                  const _errs11 = errors;
                                  if (errors === _errs11) {
                                    if (typeof data4 === 'string') {
                                      if (!pattern416.test(data4)) {
                                        validate2036.errors = [
                                          {
                                            instancePath: instancePath + '/coins/' + i0 + '/txid',
                                            schemaPath: '#/properties/coins/items/properties/txid/pattern',
                                            keyword: 'pattern',
                                            params: { pattern: '^[0-9a-f]{64}$' },
                                            message: 'must match pattern "^[0-9a-f]{64}$"',
                                          },
                                        ];
                                        return false;
                                      }
                                    } else {
                                      validate2036.errors = [
                                        {
                                          instancePath: instancePath + '/coins/' + i0 + '/txid',
                                          schemaPath: '#/properties/coins/items/properties/txid/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs11 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data3.vout !== void 0 && func027.call(data3, 'vout')) {
                                    let data5 = data3.vout;
                                    const _errs13 = errors;
                                    if (!(
                                      typeof data5 == 'number' &&
                                      !(data5 % 1) &&
                                      !isNaN(data5) &&
                                      isFinite(data5)
                                    )) {
                                      validate2036.errors = [
                                        {
                                          instancePath: instancePath + '/coins/' + i0 + '/vout',
                                          schemaPath: '#/properties/coins/items/properties/vout/type',
                                          keyword: 'type',
                                          params: { type: 'integer' },
                                          message: 'must be integer',
                                        },
                                      ];
                                      return false;
                                    }
                                    if (errors === _errs13) {
                                      if (typeof data5 == 'number' && isFinite(data5)) {
                                        if (data5 > 4294967295 || isNaN(data5)) {
                                          validate2036.errors = [
                                            {
                                              instancePath: instancePath + '/coins/' + i0 + '/vout',
                                              schemaPath: '#/properties/coins/items/properties/vout/maximum',
                                              keyword: 'maximum',
                                              params: { comparison: '<=', limit: 4294967295 },
                                              message: 'must be <= 4294967295',
                                            },
                                          ];
                                          return false;
                                        } else {
                                          if (data5 < 0 || isNaN(data5)) {
                                            validate2036.errors = [
                                              {
                                                instancePath: instancePath + '/coins/' + i0 + '/vout',
                                                schemaPath:
                                                  '#/properties/coins/items/properties/vout/minimum',
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
                                    var valid2 = _errs13 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data3.height !== void 0 && func027.call(data3, 'height')) {
                                      let data6 = data3.height;
                                      const _errs15 = errors;
                                      if (!(
                                        typeof data6 == 'number' &&
                                        !(data6 % 1) &&
                                        !isNaN(data6) &&
                                        isFinite(data6)
                                      )) {
                                        validate2036.errors = [
                                          {
                                            instancePath: instancePath + '/coins/' + i0 + '/height',
                                            schemaPath: '#/properties/coins/items/properties/height/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                            message: 'must be integer',
                                          },
                                        ];
                                        return false;
                                      }
                                      if (errors === _errs15) {
                                        if (typeof data6 == 'number' && isFinite(data6)) {
                                          if (data6 > 2147483647 || isNaN(data6)) {
                                            validate2036.errors = [
                                              {
                                                instancePath: instancePath + '/coins/' + i0 + '/height',
                                                schemaPath:
                                                  '#/properties/coins/items/properties/height/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 2147483647 },
                                                message: 'must be <= 2147483647',
                                              },
                                            ];
                                            return false;
                                          } else {
                                            if (data6 < 0 || isNaN(data6)) {
                                              validate2036.errors = [
                                                {
                                                  instancePath: instancePath + '/coins/' + i0 + '/height',
                                                  schemaPath:
                                                    '#/properties/coins/items/properties/height/minimum',
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
                                      var valid2 = _errs15 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                  }
                                }
                              }
                            }
                          } else {
                            validate2036.errors = [
                              {
                                instancePath: instancePath + '/coins/' + i0,
                                schemaPath: '#/properties/coins/items/type',
                                keyword: 'type',
                                params: { type: 'object' },
                                message: 'must be object',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid1 = _errs8 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate2036.errors = [
                      {
                        instancePath: instancePath + '/coins',
                        schemaPath: '#/properties/coins/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2036.errors = [
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
  validate2036.errors = vErrors;
  return errors === 0;
}
validate2036.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:scanUtxoSetRequest
var schema_scanUtxoSetRequest_default = validate2037;
var func028 = Object.prototype.hasOwnProperty;
var pattern417 = new RegExp(
  '^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$',
  'u',
);
var pattern53 = new RegExp('^0020[0-9a-f]{64}$', 'u');
function validate2037(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2037.evaluated;
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
        ((data.descriptors === void 0 || !func028.call(data, 'descriptors')) && (missing0 = 'descriptors')) ||
        ((data.scripts === void 0 || !func028.call(data, 'scripts')) && (missing0 = 'scripts'))
      ) {
        validate2037.errors = [
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
          if (!(key0 === 'descriptors' || key0 === 'scripts')) {
            validate2037.errors = [
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
          if (data.descriptors !== void 0 && func028.call(data, 'descriptors')) {
            let data0 = data.descriptors;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 40) {
                  validate2037.errors = [
                    {
                      instancePath: instancePath + '/descriptors',
                      schemaPath: '#/properties/descriptors/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 40 },
                      message: 'must NOT have more than 40 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                        let missing1;
                        if (
                          ((data1.descriptor === void 0 || !func028.call(data1, 'descriptor')) &&
                            (missing1 = 'descriptor')) ||
                          ((data1.last === void 0 || !func028.call(data1, 'last')) && (missing1 = 'last'))
                        ) {
                          validate2037.errors = [
                            {
                              instancePath: instancePath + '/descriptors/' + i0,
                              schemaPath: '#/properties/descriptors/items/required',
                              keyword: 'required',
                              params: { missingProperty: missing1 },
                              message: "must have required property '" + missing1 + "'",
                            },
                          ];
                          return false;
                        } else {
                          const _errs6 = errors;
                          for (const key1 of Object.keys(data1)) {
                            if (!(key1 === 'descriptor' || key1 === 'last')) {
                              validate2037.errors = [
                                {
                                  instancePath: instancePath + '/descriptors/' + i0,
                                  schemaPath: '#/properties/descriptors/items/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key1 },
                                  message: 'must NOT have additional properties',
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs6 === errors) {
                            if (data1.descriptor !== void 0 && func028.call(data1, 'descriptor')) {
                              let data2 = data1.descriptor;
                              const _errs7 = errors;
                              if (errors === _errs7) {
                                if (typeof data2 === 'string') {
                                  if (!pattern417.test(data2)) {
                                    validate2037.errors = [
                                      {
                                        instancePath: instancePath + '/descriptors/' + i0 + '/descriptor',
                                        schemaPath:
                                          '#/properties/descriptors/items/properties/descriptor/pattern',
                                        keyword: 'pattern',
                                        params: {
                                          pattern:
                                            '^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$',
                                        },
                                        message:
                                          'must match pattern "^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate2037.errors = [
                                    {
                                      instancePath: instancePath + '/descriptors/' + i0 + '/descriptor',
                                      schemaPath: '#/properties/descriptors/items/properties/descriptor/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs7 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.last !== void 0 && func028.call(data1, 'last')) {
                                let data3 = data1.last;
                                const _errs9 = errors;
                                if (!(
                                  typeof data3 == 'number' &&
                                  !(data3 % 1) &&
                                  !isNaN(data3) &&
                                  isFinite(data3)
                                )) {
                                  validate2037.errors = [
                                    {
                                      instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                      schemaPath: '#/properties/descriptors/items/properties/last/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                      message: 'must be integer',
                                    },
                                  ];
                                  return false;
                                }
                                if (errors === _errs9) {
                                  if (typeof data3 == 'number' && isFinite(data3)) {
                                    if (data3 > 2e4 || isNaN(data3)) {
                                      validate2037.errors = [
                                        {
                                          instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                          schemaPath:
                                            '#/properties/descriptors/items/properties/last/maximum',
                                          keyword: 'maximum',
                                          params: { comparison: '<=', limit: 2e4 },
                                          message: 'must be <= 20000',
                                        },
                                      ];
                                      return false;
                                    } else {
                                      if (data3 < 0 || isNaN(data3)) {
                                        validate2037.errors = [
                                          {
                                            instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                            schemaPath:
                                              '#/properties/descriptors/items/properties/last/minimum',
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
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                            }
                          }
                        }
                      } else {
                        validate2037.errors = [
                          {
                            instancePath: instancePath + '/descriptors/' + i0,
                            schemaPath: '#/properties/descriptors/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2037.errors = [
                  {
                    instancePath: instancePath + '/descriptors',
                    schemaPath: '#/properties/descriptors/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
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
            if (data.scripts !== void 0 && func028.call(data, 'scripts')) {
              let data4 = data.scripts;
              const _errs11 = errors;
              if (errors === _errs11) {
                if (Array.isArray(data4)) {
                  if (data4.length > 1e3) {
                    validate2037.errors = [
                      {
                        instancePath: instancePath + '/scripts',
                        schemaPath: '#/properties/scripts/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 1e3 },
                        message: 'must NOT have more than 1000 items',
                      },
                    ];
                    return false;
                  } else {
                    var valid3 = true;
                    const len1 = data4.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data5 = data4[i1];
                      const _errs13 = errors;
                      if (errors === _errs13) {
                        if (typeof data5 === 'string') {
                          if (!pattern53.test(data5)) {
                            validate2037.errors = [
                              {
                                instancePath: instancePath + '/scripts/' + i1,
                                schemaPath: '#/properties/scripts/items/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^0020[0-9a-f]{64}$' },
                                message: 'must match pattern "^0020[0-9a-f]{64}$"',
                              },
                            ];
                            return false;
                          }
                        } else {
                          validate2037.errors = [
                            {
                              instancePath: instancePath + '/scripts/' + i1,
                              schemaPath: '#/properties/scripts/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid3 = _errs13 === errors;
                      if (!valid3) {
                        break;
                      }
                    }
                  }
                } else {
                  validate2037.errors = [
                    {
                      instancePath: instancePath + '/scripts',
                      schemaPath: '#/properties/scripts/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs11 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2037.errors = [
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
  validate2037.errors = vErrors;
  return errors === 0;
}
validate2037.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:sendAnswer
var schema_sendAnswer_default = validate2038;
function validate2038(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2038.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2038.errors = [
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
    } else {
      validate2038.errors = [
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
  validate2038.errors = vErrors;
  return errors === 0;
}
validate2038.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:sendRequest
var schema_sendRequest_default = validate2039;
var func029 = Object.prototype.hasOwnProperty;
var func66 = require_ucs2length().default;
var pattern418 = new RegExp('^[A-Za-z0-9_.:-]{1,64}$', 'u');
var pattern54 = new RegExp('^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$', 'u');
function validate2039(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2039.evaluated;
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
        ((data.channel === void 0 || !func029.call(data, 'channel')) && (missing0 = 'channel')) ||
        ((data.to === void 0 || !func029.call(data, 'to')) && (missing0 = 'to')) ||
        ((data.line === void 0 || !func029.call(data, 'line')) && (missing0 = 'line'))
      ) {
        validate2039.errors = [
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
          if (!(key0 === 'channel' || key0 === 'to' || key0 === 'line')) {
            validate2039.errors = [
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
          if (data.channel !== void 0 && func029.call(data, 'channel')) {
            let data0 = data.channel;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern418.test(data0)) {
                  validate2039.errors = [
                    {
                      instancePath: instancePath + '/channel',
                      schemaPath: '#/properties/channel/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
                      message: 'must match pattern "^[A-Za-z0-9_.:-]{1,64}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2039.errors = [
                  {
                    instancePath: instancePath + '/channel',
                    schemaPath: '#/properties/channel/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.to !== void 0 && func029.call(data, 'to')) {
              let data1 = data.to;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === 'string') {
                  if (!pattern54.test(data1)) {
                    validate2039.errors = [
                      {
                        instancePath: instancePath + '/to',
                        schemaPath: '#/properties/to/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$' },
                        message: 'must match pattern "^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$"',
                      },
                    ];
                    return false;
                  }
                } else {
                  validate2039.errors = [
                    {
                      instancePath: instancePath + '/to',
                      schemaPath: '#/properties/to/type',
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
              if (data.line !== void 0 && func029.call(data, 'line')) {
                let data2 = data.line;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === 'string') {
                    if (func66(data2) > 4e4) {
                      validate2039.errors = [
                        {
                          instancePath: instancePath + '/line',
                          schemaPath: '#/properties/line/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 4e4 },
                          message: 'must NOT have more than 40000 characters',
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate2039.errors = [
                      {
                        instancePath: instancePath + '/line',
                        schemaPath: '#/properties/line/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2039.errors = [
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
  validate2039.errors = vErrors;
  return errors === 0;
}
validate2039.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:statusAnswer
var schema_statusAnswer_default = validate2040;
var func030 = Object.prototype.hasOwnProperty;
var func685 = require_ucs2length().default;
var pattern419 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2040(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2040.evaluated;
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
        ((data.chain === void 0 || !func030.call(data, 'chain')) && (missing0 = 'chain')) ||
        ((data.height === void 0 || !func030.call(data, 'height')) && (missing0 = 'height')) ||
        ((data.bestBlock === void 0 || !func030.call(data, 'bestBlock')) && (missing0 = 'bestBlock')) ||
        ((data.syncing === void 0 || !func030.call(data, 'syncing')) && (missing0 = 'syncing')) ||
        ((data.progress === void 0 || !func030.call(data, 'progress')) && (missing0 = 'progress')) ||
        ((data.pruneHeight === void 0 || !func030.call(data, 'pruneHeight')) && (missing0 = 'pruneHeight')) ||
        ((data.filterIndex === void 0 || !func030.call(data, 'filterIndex')) && (missing0 = 'filterIndex'))
      ) {
        validate2040.errors = [
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
          if (!(
            key0 === 'chain' ||
            key0 === 'height' ||
            key0 === 'bestBlock' ||
            key0 === 'syncing' ||
            key0 === 'progress' ||
            key0 === 'pruneHeight' ||
            key0 === 'filterIndex'
          )) {
            validate2040.errors = [
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
          if (data.chain !== void 0 && func030.call(data, 'chain')) {
            let data0 = data.chain;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (func685(data0) > 20) {
                  validate2040.errors = [
                    {
                      instancePath: instancePath + '/chain',
                      schemaPath: '#/properties/chain/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 20 },
                      message: 'must NOT have more than 20 characters',
                    },
                  ];
                  return false;
                }
              } else {
                validate2040.errors = [
                  {
                    instancePath: instancePath + '/chain',
                    schemaPath: '#/properties/chain/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.height !== void 0 && func030.call(data, 'height')) {
              let data1 = data.height;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2040.errors = [
                  {
                    instancePath: instancePath + '/height',
                    schemaPath: '#/properties/height/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2147483647 || isNaN(data1)) {
                    validate2040.errors = [
                      {
                        instancePath: instancePath + '/height',
                        schemaPath: '#/properties/height/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate2040.errors = [
                        {
                          instancePath: instancePath + '/height',
                          schemaPath: '#/properties/height/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.bestBlock !== void 0 && func030.call(data, 'bestBlock')) {
                let data2 = data.bestBlock;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === 'string') {
                    if (!pattern419.test(data2)) {
                      validate2040.errors = [
                        {
                          instancePath: instancePath + '/bestBlock',
                          schemaPath: '#/properties/bestBlock/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^[0-9a-f]{64}$' },
                          message: 'must match pattern "^[0-9a-f]{64}$"',
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate2040.errors = [
                      {
                        instancePath: instancePath + '/bestBlock',
                        schemaPath: '#/properties/bestBlock/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.syncing !== void 0 && func030.call(data, 'syncing')) {
                  const _errs8 = errors;
                  if (typeof data.syncing !== 'boolean') {
                    validate2040.errors = [
                      {
                        instancePath: instancePath + '/syncing',
                        schemaPath: '#/properties/syncing/type',
                        keyword: 'type',
                        params: { type: 'boolean' },
                        message: 'must be boolean',
                      },
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.progress !== void 0 && func030.call(data, 'progress')) {
                    let data4 = data.progress;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data4 == 'number' && isFinite(data4)) {
                        if (data4 > 1 || isNaN(data4)) {
                          validate2040.errors = [
                            {
                              instancePath: instancePath + '/progress',
                              schemaPath: '#/properties/progress/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 1 },
                              message: 'must be <= 1',
                            },
                          ];
                          return false;
                        } else {
                          if (data4 < 0 || isNaN(data4)) {
                            validate2040.errors = [
                              {
                                instancePath: instancePath + '/progress',
                                schemaPath: '#/properties/progress/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ];
                            return false;
                          }
                        }
                      } else {
                        validate2040.errors = [
                          {
                            instancePath: instancePath + '/progress',
                            schemaPath: '#/properties/progress/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.pruneHeight !== void 0 && func030.call(data, 'pruneHeight')) {
                      let data5 = data.pruneHeight;
                      const _errs12 = errors;
                      const _errs13 = errors;
                      let valid1 = false;
                      const _errs14 = errors;
                      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                        const err0 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf/0/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                      if (errors === _errs14) {
                        if (typeof data5 == 'number' && isFinite(data5)) {
                          if (data5 > 2147483647 || isNaN(data5)) {
                            const err1 = {
                              instancePath: instancePath + '/pruneHeight',
                              schemaPath: '#/properties/pruneHeight/anyOf/0/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 2147483647 },
                              message: 'must be <= 2147483647',
                            };
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          } else {
                            if (data5 < 0 || isNaN(data5)) {
                              const err2 = {
                                instancePath: instancePath + '/pruneHeight',
                                schemaPath: '#/properties/pruneHeight/anyOf/0/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              };
                              if (vErrors === null) {
                                vErrors = [err2];
                              } else {
                                vErrors.push(err2);
                              }
                              errors++;
                            }
                          }
                        }
                      }
                      var _valid0 = _errs14 === errors;
                      valid1 = valid1 || _valid0;
                      const _errs16 = errors;
                      if (data5 !== null) {
                        const err3 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf/1/type',
                          keyword: 'type',
                          params: { type: 'null' },
                          message: 'must be null',
                        };
                        if (vErrors === null) {
                          vErrors = [err3];
                        } else {
                          vErrors.push(err3);
                        }
                        errors++;
                      }
                      var _valid0 = _errs16 === errors;
                      valid1 = valid1 || _valid0;
                      if (!valid1) {
                        const err4 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf',
                          keyword: 'anyOf',
                          params: {},
                          message: 'must match a schema in anyOf',
                        };
                        if (vErrors === null) {
                          vErrors = [err4];
                        } else {
                          vErrors.push(err4);
                        }
                        errors++;
                        validate2040.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs13;
                        if (vErrors !== null) {
                          if (_errs13) {
                            vErrors.length = _errs13;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.filterIndex !== void 0 && func030.call(data, 'filterIndex')) {
                        let data6 = data.filterIndex;
                        const _errs18 = errors;
                        const _errs19 = errors;
                        let valid2 = false;
                        const _errs20 = errors;
                        if (typeof data6 !== 'boolean') {
                          const err5 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf/0/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                            message: 'must be boolean',
                          };
                          if (vErrors === null) {
                            vErrors = [err5];
                          } else {
                            vErrors.push(err5);
                          }
                          errors++;
                        }
                        var _valid1 = _errs20 === errors;
                        valid2 = valid2 || _valid1;
                        const _errs22 = errors;
                        if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                          const err6 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf/1/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          };
                          if (vErrors === null) {
                            vErrors = [err6];
                          } else {
                            vErrors.push(err6);
                          }
                          errors++;
                        }
                        if (errors === _errs22) {
                          if (typeof data6 == 'number' && isFinite(data6)) {
                            if (data6 > 2147483647 || isNaN(data6)) {
                              const err7 = {
                                instancePath: instancePath + '/filterIndex',
                                schemaPath: '#/properties/filterIndex/anyOf/1/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 2147483647 },
                                message: 'must be <= 2147483647',
                              };
                              if (vErrors === null) {
                                vErrors = [err7];
                              } else {
                                vErrors.push(err7);
                              }
                              errors++;
                            } else {
                              if (data6 < 0 || isNaN(data6)) {
                                const err8 = {
                                  instancePath: instancePath + '/filterIndex',
                                  schemaPath: '#/properties/filterIndex/anyOf/1/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                };
                                if (vErrors === null) {
                                  vErrors = [err8];
                                } else {
                                  vErrors.push(err8);
                                }
                                errors++;
                              }
                            }
                          }
                        }
                        var _valid1 = _errs22 === errors;
                        valid2 = valid2 || _valid1;
                        if (!valid2) {
                          const err9 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf',
                            keyword: 'anyOf',
                            params: {},
                            message: 'must match a schema in anyOf',
                          };
                          if (vErrors === null) {
                            vErrors = [err9];
                          } else {
                            vErrors.push(err9);
                          }
                          errors++;
                          validate2040.errors = vErrors;
                          return false;
                        } else {
                          errors = _errs19;
                          if (vErrors !== null) {
                            if (_errs19) {
                              vErrors.length = _errs19;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        var valid0 = _errs18 === errors;
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
    } else {
      validate2040.errors = [
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
  validate2040.errors = vErrors;
  return errors === 0;
}
validate2040.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:statusRequest
var schema_statusRequest_default = validate2041;
function validate2041(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2041.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2041.errors = [
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
    } else {
      validate2041.errors = [
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
  validate2041.errors = vErrors;
  return errors === 0;
}
validate2041.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:testAcceptAnswer
var schema_testAcceptAnswer_default = validate2042;
var func031 = Object.prototype.hasOwnProperty;
var func686 = require_ucs2length().default;
var pattern420 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2042(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2042.evaluated;
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
        ((data.accepted === void 0 || !func031.call(data, 'accepted')) && (missing0 = 'accepted')) ||
        ((data.txid === void 0 || !func031.call(data, 'txid')) && (missing0 = 'txid'))
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
          if (!(key0 === 'accepted' || key0 === 'txid')) {
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
          if (data.accepted !== void 0 && func031.call(data, 'accepted')) {
            const _errs4 = errors;
            if (true !== data.accepted) {
              const err2 = {
                instancePath: instancePath + '/accepted',
                schemaPath: '#/anyOf/0/properties/accepted/const',
                keyword: 'const',
                params: { allowedValue: true },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid1 = _errs4 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.txid !== void 0 && func031.call(data, 'txid')) {
              let data1 = data.txid;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data1 === 'string') {
                  if (!pattern420.test(data1)) {
                    const err3 = {
                      instancePath: instancePath + '/txid',
                      schemaPath: '#/anyOf/0/properties/txid/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                } else {
                  const err4 = {
                    instancePath: instancePath + '/txid',
                    schemaPath: '#/anyOf/0/properties/txid/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
              }
              var valid1 = _errs5 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/anyOf/0/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs7 = errors;
  if (errors === _errs7) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1;
      if (
        ((data.accepted === void 0 || !func031.call(data, 'accepted')) && (missing1 = 'accepted')) ||
        ((data.reason === void 0 || !func031.call(data, 'reason')) && (missing1 = 'reason'))
      ) {
        const err6 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: missing1 },
          message: "must have required property '" + missing1 + "'",
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        const _errs9 = errors;
        for (const key1 of Object.keys(data)) {
          if (!(key1 === 'accepted' || key1 === 'reason')) {
            const err7 = {
              instancePath,
              schemaPath: '#/anyOf/1/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
            break;
          }
        }
        if (_errs9 === errors) {
          if (data.accepted !== void 0 && func031.call(data, 'accepted')) {
            const _errs10 = errors;
            if (false !== data.accepted) {
              const err8 = {
                instancePath: instancePath + '/accepted',
                schemaPath: '#/anyOf/1/properties/accepted/const',
                keyword: 'const',
                params: { allowedValue: false },
                message: 'must be equal to constant',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            var valid2 = _errs10 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.reason !== void 0 && func031.call(data, 'reason')) {
              let data3 = data.reason;
              const _errs11 = errors;
              if (errors === _errs11) {
                if (typeof data3 === 'string') {
                  if (func686(data3) > 300) {
                    const err9 = {
                      instancePath: instancePath + '/reason',
                      schemaPath: '#/anyOf/1/properties/reason/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 300 },
                      message: 'must NOT have more than 300 characters',
                    };
                    if (vErrors === null) {
                      vErrors = [err9];
                    } else {
                      vErrors.push(err9);
                    }
                    errors++;
                  }
                } else {
                  const err10 = {
                    instancePath: instancePath + '/reason',
                    schemaPath: '#/anyOf/1/properties/reason/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              }
              var valid2 = _errs11 === errors;
            } else {
              var valid2 = true;
            }
          }
        }
      }
    } else {
      const err11 = {
        instancePath,
        schemaPath: '#/anyOf/1/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err12 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      message: 'must match a schema in anyOf',
    };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
    validate2042.errors = vErrors;
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
  validate2042.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate2042.evaluated = { dynamicProps: true, dynamicItems: false };

// schema:schema:testAcceptRequest
var schema_testAcceptRequest_default = validate2043;
function validate2043(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2043.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2043.errors = [
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
    } else {
      validate2043.errors = [
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
  validate2043.errors = vErrors;
  return errors === 0;
}
validate2043.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:utxoSetProgressAnswer
var schema_utxoSetProgressAnswer_default = validate2044;
var func032 = Object.prototype.hasOwnProperty;
function validate2044(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2044.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.percent === void 0 || !func032.call(data, 'percent')) && (missing0 = 'percent')) {
        validate2044.errors = [
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
          if (!(key0 === 'percent')) {
            validate2044.errors = [
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
          if (data.percent !== void 0 && func032.call(data, 'percent')) {
            let data0 = data.percent;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data0 == 'number' && isFinite(data0)) {
                if (data0 > 100 || isNaN(data0)) {
                  const err0 = {
                    instancePath: instancePath + '/percent',
                    schemaPath: '#/properties/percent/anyOf/0/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                } else {
                  if (data0 < 0 || isNaN(data0)) {
                    const err1 = {
                      instancePath: instancePath + '/percent',
                      schemaPath: '#/properties/percent/anyOf/0/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      message: 'must be >= 0',
                    };
                    if (vErrors === null) {
                      vErrors = [err1];
                    } else {
                      vErrors.push(err1);
                    }
                    errors++;
                  }
                }
              } else {
                const err2 = {
                  instancePath: instancePath + '/percent',
                  schemaPath: '#/properties/percent/anyOf/0/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err2];
                } else {
                  vErrors.push(err2);
                }
                errors++;
              }
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            const _errs6 = errors;
            if (data0 !== null) {
              const err3 = {
                instancePath: instancePath + '/percent',
                schemaPath: '#/properties/percent/anyOf/1/type',
                keyword: 'type',
                params: { type: 'null' },
                message: 'must be null',
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const err4 = {
                instancePath: instancePath + '/percent',
                schemaPath: '#/properties/percent/anyOf',
                keyword: 'anyOf',
                params: {},
                message: 'must match a schema in anyOf',
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
              validate2044.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
          }
        }
      }
    } else {
      validate2044.errors = [
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
  validate2044.errors = vErrors;
  return errors === 0;
}
validate2044.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:utxoSetProgressRequest
var schema_utxoSetProgressRequest_default = validate2045;
function validate2045(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2045.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2045.errors = [
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
    } else {
      validate2045.errors = [
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
  validate2045.errors = vErrors;
  return errors === 0;
}
validate2045.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:waitForBlockAnswer
var schema_waitForBlockAnswer_default = validate2046;
var func033 = Object.prototype.hasOwnProperty;
var func687 = require_ucs2length().default;
var pattern421 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2046(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2046.evaluated;
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
        ((data.chain === void 0 || !func033.call(data, 'chain')) && (missing0 = 'chain')) ||
        ((data.height === void 0 || !func033.call(data, 'height')) && (missing0 = 'height')) ||
        ((data.bestBlock === void 0 || !func033.call(data, 'bestBlock')) && (missing0 = 'bestBlock')) ||
        ((data.syncing === void 0 || !func033.call(data, 'syncing')) && (missing0 = 'syncing')) ||
        ((data.progress === void 0 || !func033.call(data, 'progress')) && (missing0 = 'progress')) ||
        ((data.pruneHeight === void 0 || !func033.call(data, 'pruneHeight')) && (missing0 = 'pruneHeight')) ||
        ((data.filterIndex === void 0 || !func033.call(data, 'filterIndex')) && (missing0 = 'filterIndex'))
      ) {
        validate2046.errors = [
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
          if (!(
            key0 === 'chain' ||
            key0 === 'height' ||
            key0 === 'bestBlock' ||
            key0 === 'syncing' ||
            key0 === 'progress' ||
            key0 === 'pruneHeight' ||
            key0 === 'filterIndex'
          )) {
            validate2046.errors = [
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
          if (data.chain !== void 0 && func033.call(data, 'chain')) {
            let data0 = data.chain;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (func687(data0) > 20) {
                  validate2046.errors = [
                    {
                      instancePath: instancePath + '/chain',
                      schemaPath: '#/properties/chain/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 20 },
                      message: 'must NOT have more than 20 characters',
                    },
                  ];
                  return false;
                }
              } else {
                validate2046.errors = [
                  {
                    instancePath: instancePath + '/chain',
                    schemaPath: '#/properties/chain/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.height !== void 0 && func033.call(data, 'height')) {
              let data1 = data.height;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2046.errors = [
                  {
                    instancePath: instancePath + '/height',
                    schemaPath: '#/properties/height/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 2147483647 || isNaN(data1)) {
                    validate2046.errors = [
                      {
                        instancePath: instancePath + '/height',
                        schemaPath: '#/properties/height/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 2147483647 },
                        message: 'must be <= 2147483647',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate2046.errors = [
                        {
                          instancePath: instancePath + '/height',
                          schemaPath: '#/properties/height/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.bestBlock !== void 0 && func033.call(data, 'bestBlock')) {
                let data2 = data.bestBlock;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === 'string') {
                    if (!pattern421.test(data2)) {
                      validate2046.errors = [
                        {
                          instancePath: instancePath + '/bestBlock',
                          schemaPath: '#/properties/bestBlock/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^[0-9a-f]{64}$' },
                          message: 'must match pattern "^[0-9a-f]{64}$"',
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate2046.errors = [
                      {
                        instancePath: instancePath + '/bestBlock',
                        schemaPath: '#/properties/bestBlock/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.syncing !== void 0 && func033.call(data, 'syncing')) {
                  const _errs8 = errors;
                  if (typeof data.syncing !== 'boolean') {
                    validate2046.errors = [
                      {
                        instancePath: instancePath + '/syncing',
                        schemaPath: '#/properties/syncing/type',
                        keyword: 'type',
                        params: { type: 'boolean' },
                        message: 'must be boolean',
                      },
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.progress !== void 0 && func033.call(data, 'progress')) {
                    let data4 = data.progress;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data4 == 'number' && isFinite(data4)) {
                        if (data4 > 1 || isNaN(data4)) {
                          validate2046.errors = [
                            {
                              instancePath: instancePath + '/progress',
                              schemaPath: '#/properties/progress/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 1 },
                              message: 'must be <= 1',
                            },
                          ];
                          return false;
                        } else {
                          if (data4 < 0 || isNaN(data4)) {
                            validate2046.errors = [
                              {
                                instancePath: instancePath + '/progress',
                                schemaPath: '#/properties/progress/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ];
                            return false;
                          }
                        }
                      } else {
                        validate2046.errors = [
                          {
                            instancePath: instancePath + '/progress',
                            schemaPath: '#/properties/progress/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.pruneHeight !== void 0 && func033.call(data, 'pruneHeight')) {
                      let data5 = data.pruneHeight;
                      const _errs12 = errors;
                      const _errs13 = errors;
                      let valid1 = false;
                      const _errs14 = errors;
                      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                        const err0 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf/0/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                      if (errors === _errs14) {
                        if (typeof data5 == 'number' && isFinite(data5)) {
                          if (data5 > 2147483647 || isNaN(data5)) {
                            const err1 = {
                              instancePath: instancePath + '/pruneHeight',
                              schemaPath: '#/properties/pruneHeight/anyOf/0/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 2147483647 },
                              message: 'must be <= 2147483647',
                            };
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          } else {
                            if (data5 < 0 || isNaN(data5)) {
                              const err2 = {
                                instancePath: instancePath + '/pruneHeight',
                                schemaPath: '#/properties/pruneHeight/anyOf/0/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              };
                              if (vErrors === null) {
                                vErrors = [err2];
                              } else {
                                vErrors.push(err2);
                              }
                              errors++;
                            }
                          }
                        }
                      }
                      var _valid0 = _errs14 === errors;
                      valid1 = valid1 || _valid0;
                      const _errs16 = errors;
                      if (data5 !== null) {
                        const err3 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf/1/type',
                          keyword: 'type',
                          params: { type: 'null' },
                          message: 'must be null',
                        };
                        if (vErrors === null) {
                          vErrors = [err3];
                        } else {
                          vErrors.push(err3);
                        }
                        errors++;
                      }
                      var _valid0 = _errs16 === errors;
                      valid1 = valid1 || _valid0;
                      if (!valid1) {
                        const err4 = {
                          instancePath: instancePath + '/pruneHeight',
                          schemaPath: '#/properties/pruneHeight/anyOf',
                          keyword: 'anyOf',
                          params: {},
                          message: 'must match a schema in anyOf',
                        };
                        if (vErrors === null) {
                          vErrors = [err4];
                        } else {
                          vErrors.push(err4);
                        }
                        errors++;
                        validate2046.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs13;
                        if (vErrors !== null) {
                          if (_errs13) {
                            vErrors.length = _errs13;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.filterIndex !== void 0 && func033.call(data, 'filterIndex')) {
                        let data6 = data.filterIndex;
                        const _errs18 = errors;
                        const _errs19 = errors;
                        let valid2 = false;
                        const _errs20 = errors;
                        if (typeof data6 !== 'boolean') {
                          const err5 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf/0/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                            message: 'must be boolean',
                          };
                          if (vErrors === null) {
                            vErrors = [err5];
                          } else {
                            vErrors.push(err5);
                          }
                          errors++;
                        }
                        var _valid1 = _errs20 === errors;
                        valid2 = valid2 || _valid1;
                        const _errs22 = errors;
                        if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                          const err6 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf/1/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          };
                          if (vErrors === null) {
                            vErrors = [err6];
                          } else {
                            vErrors.push(err6);
                          }
                          errors++;
                        }
                        if (errors === _errs22) {
                          if (typeof data6 == 'number' && isFinite(data6)) {
                            if (data6 > 2147483647 || isNaN(data6)) {
                              const err7 = {
                                instancePath: instancePath + '/filterIndex',
                                schemaPath: '#/properties/filterIndex/anyOf/1/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 2147483647 },
                                message: 'must be <= 2147483647',
                              };
                              if (vErrors === null) {
                                vErrors = [err7];
                              } else {
                                vErrors.push(err7);
                              }
                              errors++;
                            } else {
                              if (data6 < 0 || isNaN(data6)) {
                                const err8 = {
                                  instancePath: instancePath + '/filterIndex',
                                  schemaPath: '#/properties/filterIndex/anyOf/1/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                };
                                if (vErrors === null) {
                                  vErrors = [err8];
                                } else {
                                  vErrors.push(err8);
                                }
                                errors++;
                              }
                            }
                          }
                        }
                        var _valid1 = _errs22 === errors;
                        valid2 = valid2 || _valid1;
                        if (!valid2) {
                          const err9 = {
                            instancePath: instancePath + '/filterIndex',
                            schemaPath: '#/properties/filterIndex/anyOf',
                            keyword: 'anyOf',
                            params: {},
                            message: 'must match a schema in anyOf',
                          };
                          if (vErrors === null) {
                            vErrors = [err9];
                          } else {
                            vErrors.push(err9);
                          }
                          errors++;
                          validate2046.errors = vErrors;
                          return false;
                        } else {
                          errors = _errs19;
                          if (vErrors !== null) {
                            if (_errs19) {
                              vErrors.length = _errs19;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        var valid0 = _errs18 === errors;
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
    } else {
      validate2046.errors = [
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
  validate2046.errors = vErrors;
  return errors === 0;
}
validate2046.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:waitForBlockRequest
var schema_waitForBlockRequest_default = validate2047;
var func034 = Object.prototype.hasOwnProperty;
var pattern422 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2047(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2047.evaluated;
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
        ((data.known === void 0 || !func034.call(data, 'known')) && (missing0 = 'known')) ||
        ((data.seconds === void 0 || !func034.call(data, 'seconds')) && (missing0 = 'seconds'))
      ) {
        validate2047.errors = [
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
          if (!(key0 === 'known' || key0 === 'seconds')) {
            validate2047.errors = [
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
          if (data.known !== void 0 && func034.call(data, 'known')) {
            let data0 = data.known;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern422.test(data0)) {
                  validate2047.errors = [
                    {
                      instancePath: instancePath + '/known',
                      schemaPath: '#/properties/known/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^[0-9a-f]{64}$' },
                      message: 'must match pattern "^[0-9a-f]{64}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2047.errors = [
                  {
                    instancePath: instancePath + '/known',
                    schemaPath: '#/properties/known/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.seconds !== void 0 && func034.call(data, 'seconds')) {
              let data1 = data.seconds;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
                validate2047.errors = [
                  {
                    instancePath: instancePath + '/seconds',
                    schemaPath: '#/properties/seconds/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == 'number' && isFinite(data1)) {
                  if (data1 > 60 || isNaN(data1)) {
                    validate2047.errors = [
                      {
                        instancePath: instancePath + '/seconds',
                        schemaPath: '#/properties/seconds/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 60 },
                        message: 'must be <= 60',
                      },
                    ];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate2047.errors = [
                        {
                          instancePath: instancePath + '/seconds',
                          schemaPath: '#/properties/seconds/minimum',
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
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate2047.errors = [
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
  validate2047.errors = vErrors;
  return errors === 0;
}
validate2047.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:watchAnswer
var schema_watchAnswer_default = validate2048;
function validate2048(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2048.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 of Object.keys(data)) {
        validate2048.errors = [
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
    } else {
      validate2048.errors = [
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
  validate2048.errors = vErrors;
  return errors === 0;
}
validate2048.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:watchJoinsRequest
var schema_watchJoinsRequest_default = validate2049;
var func035 = Object.prototype.hasOwnProperty;
var pattern423 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate2049(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2049.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.joins === void 0 || !func035.call(data, 'joins')) && (missing0 = 'joins')) {
        validate2049.errors = [
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
          if (!(key0 === 'joins')) {
            validate2049.errors = [
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
          if (data.joins !== void 0 && func035.call(data, 'joins')) {
            let data0 = data.joins;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 50) {
                  validate2049.errors = [
                    {
                      instancePath: instancePath + '/joins',
                      schemaPath: '#/properties/joins/maxItems',
                      keyword: 'maxItems',
                      params: { limit: 50 },
                      message: 'must NOT have more than 50 items',
                    },
                  ];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                        let missing1;
                        if (
                          ((data1.txid === void 0 || !func035.call(data1, 'txid')) && (missing1 = 'txid')) ||
                          ((data1.inputs === void 0 || !func035.call(data1, 'inputs')) &&
                            (missing1 = 'inputs')) ||
                          ((data1.outputs === void 0 || !func035.call(data1, 'outputs')) &&
                            (missing1 = 'outputs'))
                        ) {
                          validate2049.errors = [
                            {
                              instancePath: instancePath + '/joins/' + i0,
                              schemaPath: '#/properties/joins/items/required',
                              keyword: 'required',
                              params: { missingProperty: missing1 },
                              message: "must have required property '" + missing1 + "'",
                            },
                          ];
                          return false;
                        } else {
                          const _errs6 = errors;
                          for (const key1 of Object.keys(data1)) {
                            if (!(key1 === 'txid' || key1 === 'inputs' || key1 === 'outputs')) {
                              validate2049.errors = [
                                {
                                  instancePath: instancePath + '/joins/' + i0,
                                  schemaPath: '#/properties/joins/items/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key1 },
                                  message: 'must NOT have additional properties',
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs6 === errors) {
                            if (data1.txid !== void 0 && func035.call(data1, 'txid')) {
                              let data2 = data1.txid;
                              const _errs7 = errors;
                              if (errors === _errs7) {
                                if (typeof data2 === 'string') {
                                  if (!pattern423.test(data2)) {
                                    validate2049.errors = [
                                      {
                                        instancePath: instancePath + '/joins/' + i0 + '/txid',
                                        schemaPath: '#/properties/joins/items/properties/txid/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9a-f]{64}$' },
                                        message: 'must match pattern "^[0-9a-f]{64}$"',
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate2049.errors = [
                                    {
                                      instancePath: instancePath + '/joins/' + i0 + '/txid',
                                      schemaPath: '#/properties/joins/items/properties/txid/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs7 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data1.inputs !== void 0 && func035.call(data1, 'inputs')) {
                                let data3 = data1.inputs;
                                const _errs9 = errors;
                                if (errors === _errs9) {
                                  if (Array.isArray(data3)) {
                                    if (data3.length > 400) {
                                      validate2049.errors = [
                                        {
                                          instancePath: instancePath + '/joins/' + i0 + '/inputs',
                                          schemaPath: '#/properties/joins/items/properties/inputs/maxItems',
                                          keyword: 'maxItems',
                                          params: { limit: 400 },
                                          message: 'must NOT have more than 400 items',
                                        },
                                      ];
                                      return false;
                                    } else {
                                      var valid3 = true;
                                      const len1 = data3.length;
                                      for (let i1 = 0; i1 < len1; i1++) {
                                        let data4 = data3[i1];
                                        const _errs11 = errors;
                                        if (errors === _errs11) {
                                          if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                                            let missing2;
                                            if (
                                              ((data4.txid === void 0 || !func035.call(data4, 'txid')) &&
                                                (missing2 = 'txid')) ||
                                              ((data4.vout === void 0 || !func035.call(data4, 'vout')) &&
                                                (missing2 = 'vout'))
                                            ) {
                                              validate2049.errors = [
                                                {
                                                  instancePath:
                                                    instancePath + '/joins/' + i0 + '/inputs/' + i1,
                                                  schemaPath:
                                                    '#/properties/joins/items/properties/inputs/items/required',
                                                  keyword: 'required',
                                                  params: { missingProperty: missing2 },
                                                  message: "must have required property '" + missing2 + "'",
                                                },
                                              ];
                                              return false;
                                            } else {
                                              const _errs13 = errors;
                                              for (const key2 of Object.keys(data4)) {
                                                if (!(key2 === 'txid' || key2 === 'vout')) {
                                                  validate2049.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath + '/joins/' + i0 + '/inputs/' + i1,
                                                      schemaPath:
                                                        '#/properties/joins/items/properties/inputs/items/additionalProperties',
                                                      keyword: 'additionalProperties',
                                                      params: { additionalProperty: key2 },
                                                      message: 'must NOT have additional properties',
                                                    },
                                                  ];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs13 === errors) {
                                                if (data4.txid !== void 0 && func035.call(data4, 'txid')) {
                                                  let data5 = data4.txid;
                                                  const _errs14 = errors;
                                                  if (errors === _errs14) {
                                                    if (typeof data5 === 'string') {
                                                      if (!pattern423.test(data5)) {
                                                        validate2049.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/joins/' +
                                                              i0 +
                                                              '/inputs/' +
                                                              i1 +
                                                              '/txid',
                                                            schemaPath:
                                                              '#/properties/joins/items/properties/inputs/items/properties/txid/pattern',
                                                            keyword: 'pattern',
                                                            params: { pattern: '^[0-9a-f]{64}$' },
                                                            message: 'must match pattern "^[0-9a-f]{64}$"',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate2049.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/joins/' +
                                                            i0 +
                                                            '/inputs/' +
                                                            i1 +
                                                            '/txid',
                                                          schemaPath:
                                                            '#/properties/joins/items/properties/inputs/items/properties/txid/type',
                                                          keyword: 'type',
                                                          params: { type: 'string' },
                                                          message: 'must be string',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                  }
                                                  var valid4 = _errs14 === errors;
                                                } else {
                                                  var valid4 = true;
                                                }
                                                if (valid4) {
                                                  if (data4.vout !== void 0 && func035.call(data4, 'vout')) {
                                                    let data6 = data4.vout;
                                                    const _errs16 = errors;
                                                    if (!(
                                                      typeof data6 == 'number' &&
                                                      !(data6 % 1) &&
                                                      !isNaN(data6) &&
                                                      isFinite(data6)
                                                    )) {
                                                      validate2049.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/joins/' +
                                                            i0 +
                                                            '/inputs/' +
                                                            i1 +
                                                            '/vout',
                                                          schemaPath:
                                                            '#/properties/joins/items/properties/inputs/items/properties/vout/type',
                                                          keyword: 'type',
                                                          params: { type: 'integer' },
                                                          message: 'must be integer',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    if (errors === _errs16) {
                                                      if (typeof data6 == 'number' && isFinite(data6)) {
                                                        if (data6 > 4294967295 || isNaN(data6)) {
                                                          validate2049.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/joins/' +
                                                                i0 +
                                                                '/inputs/' +
                                                                i1 +
                                                                '/vout',
                                                              schemaPath:
                                                                '#/properties/joins/items/properties/inputs/items/properties/vout/maximum',
                                                              keyword: 'maximum',
                                                              params: { comparison: '<=', limit: 4294967295 },
                                                              message: 'must be <= 4294967295',
                                                            },
                                                          ];
                                                          return false;
                                                        } else {
                                                          if (data6 < 0 || isNaN(data6)) {
                                                            validate2049.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/joins/' +
                                                                  i0 +
                                                                  '/inputs/' +
                                                                  i1 +
                                                                  '/vout',
                                                                schemaPath:
                                                                  '#/properties/joins/items/properties/inputs/items/properties/vout/minimum',
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
                                                    var valid4 = _errs16 === errors;
                                                  } else {
                                                    var valid4 = true;
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate2049.errors = [
                                              {
                                                instancePath: instancePath + '/joins/' + i0 + '/inputs/' + i1,
                                                schemaPath:
                                                  '#/properties/joins/items/properties/inputs/items/type',
                                                keyword: 'type',
                                                params: { type: 'object' },
                                                message: 'must be object',
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                        var valid3 = _errs11 === errors;
                                        if (!valid3) {
                                          break;
                                        }
                                      }
                                    }
                                  } else {
                                    validate2049.errors = [
                                      {
                                        instancePath: instancePath + '/joins/' + i0 + '/inputs',
                                        schemaPath: '#/properties/joins/items/properties/inputs/type',
                                        keyword: 'type',
                                        params: { type: 'array' },
                                        message: 'must be array',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.outputs !== void 0 && func035.call(data1, 'outputs')) {
                                  let data7 = data1.outputs;
                                  const _errs18 = errors;
                                  if (!(
                                    typeof data7 == 'number' &&
                                    !(data7 % 1) &&
                                    !isNaN(data7) &&
                                    isFinite(data7)
                                  )) {
                                    validate2049.errors = [
                                      {
                                        instancePath: instancePath + '/joins/' + i0 + '/outputs',
                                        schemaPath: '#/properties/joins/items/properties/outputs/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ];
                                    return false;
                                  }
                                  if (errors === _errs18) {
                                    if (typeof data7 == 'number' && isFinite(data7)) {
                                      if (data7 > 400 || isNaN(data7)) {
                                        validate2049.errors = [
                                          {
                                            instancePath: instancePath + '/joins/' + i0 + '/outputs',
                                            schemaPath: '#/properties/joins/items/properties/outputs/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 400 },
                                            message: 'must be <= 400',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data7 < 1 || isNaN(data7)) {
                                          validate2049.errors = [
                                            {
                                              instancePath: instancePath + '/joins/' + i0 + '/outputs',
                                              schemaPath:
                                                '#/properties/joins/items/properties/outputs/minimum',
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
                                  var valid2 = _errs18 === errors;
                                } else {
                                  var valid2 = true;
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate2049.errors = [
                          {
                            instancePath: instancePath + '/joins/' + i0,
                            schemaPath: '#/properties/joins/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate2049.errors = [
                  {
                    instancePath: instancePath + '/joins',
                    schemaPath: '#/properties/joins/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate2049.errors = [
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
  validate2049.errors = vErrors;
  return errors === 0;
}
validate2049.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

// schema:schema:watchRequest
var schema_watchRequest_default = validate2050;
var func036 = Object.prototype.hasOwnProperty;
var pattern424 = new RegExp('^jm-split-[0-9a-f]{16}$', 'u');
var pattern55 = new RegExp(
  '^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$',
  'u',
);
var pattern6 = new RegExp('^0020[0-9a-f]{64}$', 'u');
function validate2050(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2050.evaluated;
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
        ((data.wallet === void 0 || !func036.call(data, 'wallet')) && (missing0 = 'wallet')) ||
        ((data.descriptors === void 0 || !func036.call(data, 'descriptors')) && (missing0 = 'descriptors')) ||
        ((data.scripts === void 0 || !func036.call(data, 'scripts')) && (missing0 = 'scripts'))
      ) {
        validate2050.errors = [
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
          if (!(key0 === 'wallet' || key0 === 'descriptors' || key0 === 'scripts')) {
            validate2050.errors = [
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
          if (data.wallet !== void 0 && func036.call(data, 'wallet')) {
            let data0 = data.wallet;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === 'string') {
                if (!pattern424.test(data0)) {
                  validate2050.errors = [
                    {
                      instancePath: instancePath + '/wallet',
                      schemaPath: '#/properties/wallet/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^jm-split-[0-9a-f]{16}$' },
                      message: 'must match pattern "^jm-split-[0-9a-f]{16}$"',
                    },
                  ];
                  return false;
                }
              } else {
                validate2050.errors = [
                  {
                    instancePath: instancePath + '/wallet',
                    schemaPath: '#/properties/wallet/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
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
            if (data.descriptors !== void 0 && func036.call(data, 'descriptors')) {
              let data1 = data.descriptors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  if (data1.length > 40) {
                    validate2050.errors = [
                      {
                        instancePath: instancePath + '/descriptors',
                        schemaPath: '#/properties/descriptors/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 40 },
                        message: 'must NOT have more than 40 items',
                      },
                    ];
                    return false;
                  } else {
                    var valid1 = true;
                    const len0 = data1.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data2 = data1[i0];
                      const _errs6 = errors;
                      if (errors === _errs6) {
                        if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                          let missing1;
                          if (
                            ((data2.descriptor === void 0 || !func036.call(data2, 'descriptor')) &&
                              (missing1 = 'descriptor')) ||
                            ((data2.last === void 0 || !func036.call(data2, 'last')) && (missing1 = 'last'))
                          ) {
                            validate2050.errors = [
                              {
                                instancePath: instancePath + '/descriptors/' + i0,
                                schemaPath: '#/properties/descriptors/items/required',
                                keyword: 'required',
                                params: { missingProperty: missing1 },
                                message: "must have required property '" + missing1 + "'",
                              },
                            ];
                            return false;
                          } else {
                            const _errs8 = errors;
                            for (const key1 of Object.keys(data2)) {
                              if (!(key1 === 'descriptor' || key1 === 'last')) {
                                validate2050.errors = [
                                  {
                                    instancePath: instancePath + '/descriptors/' + i0,
                                    schemaPath: '#/properties/descriptors/items/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key1 },
                                    message: 'must NOT have additional properties',
                                  },
                                ];
                                return false;
                                break;
                              }
                            }
                            if (_errs8 === errors) {
                              if (data2.descriptor !== void 0 && func036.call(data2, 'descriptor')) {
                                let data3 = data2.descriptor;
                                const _errs9 = errors;
                                if (errors === _errs9) {
                                  if (typeof data3 === 'string') {
                                    if (!pattern55.test(data3)) {
                                      validate2050.errors = [
                                        {
                                          instancePath: instancePath + '/descriptors/' + i0 + '/descriptor',
                                          schemaPath:
                                            '#/properties/descriptors/items/properties/descriptor/pattern',
                                          keyword: 'pattern',
                                          params: {
                                            pattern:
                                              '^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$',
                                          },
                                          message:
                                            'must match pattern "^(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)|sh\\(wpkh\\([xt]pub[1-9A-HJ-NP-Za-km-z]{107}/[01]/\\*\\)\\))#[02-9ac-hj-np-z]{8}$"',
                                        },
                                      ];
                                      return false;
                                    }
                                  } else {
                                    validate2050.errors = [
                                      {
                                        instancePath: instancePath + '/descriptors/' + i0 + '/descriptor',
                                        schemaPath:
                                          '#/properties/descriptors/items/properties/descriptor/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs9 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data2.last !== void 0 && func036.call(data2, 'last')) {
                                  let data4 = data2.last;
                                  const _errs11 = errors;
                                  if (!(
                                    typeof data4 == 'number' &&
                                    !(data4 % 1) &&
                                    !isNaN(data4) &&
                                    isFinite(data4)
                                  )) {
                                    validate2050.errors = [
                                      {
                                        instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                        schemaPath: '#/properties/descriptors/items/properties/last/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ];
                                    return false;
                                  }
                                  if (errors === _errs11) {
                                    if (typeof data4 == 'number' && isFinite(data4)) {
                                      if (data4 > 2e4 || isNaN(data4)) {
                                        validate2050.errors = [
                                          {
                                            instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                            schemaPath:
                                              '#/properties/descriptors/items/properties/last/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 2e4 },
                                            message: 'must be <= 20000',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data4 < 0 || isNaN(data4)) {
                                          validate2050.errors = [
                                            {
                                              instancePath: instancePath + '/descriptors/' + i0 + '/last',
                                              schemaPath:
                                                '#/properties/descriptors/items/properties/last/minimum',
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
                                  var valid2 = _errs11 === errors;
                                } else {
                                  var valid2 = true;
                                }
                              }
                            }
                          }
                        } else {
                          validate2050.errors = [
                            {
                              instancePath: instancePath + '/descriptors/' + i0,
                              schemaPath: '#/properties/descriptors/items/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object',
                            },
                          ];
                          return false;
                        }
                      }
                      var valid1 = _errs6 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                } else {
                  validate2050.errors = [
                    {
                      instancePath: instancePath + '/descriptors',
                      schemaPath: '#/properties/descriptors/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
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
              if (data.scripts !== void 0 && func036.call(data, 'scripts')) {
                let data5 = data.scripts;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (Array.isArray(data5)) {
                    if (data5.length > 1e3) {
                      validate2050.errors = [
                        {
                          instancePath: instancePath + '/scripts',
                          schemaPath: '#/properties/scripts/maxItems',
                          keyword: 'maxItems',
                          params: { limit: 1e3 },
                          message: 'must NOT have more than 1000 items',
                        },
                      ];
                      return false;
                    } else {
                      var valid3 = true;
                      const len1 = data5.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        let data6 = data5[i1];
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (typeof data6 === 'string') {
                            if (!pattern6.test(data6)) {
                              validate2050.errors = [
                                {
                                  instancePath: instancePath + '/scripts/' + i1,
                                  schemaPath: '#/properties/scripts/items/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^0020[0-9a-f]{64}$' },
                                  message: 'must match pattern "^0020[0-9a-f]{64}$"',
                                },
                              ];
                              return false;
                            }
                          } else {
                            validate2050.errors = [
                              {
                                instancePath: instancePath + '/scripts/' + i1,
                                schemaPath: '#/properties/scripts/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid3 = _errs15 === errors;
                        if (!valid3) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate2050.errors = [
                      {
                        instancePath: instancePath + '/scripts',
                        schemaPath: '#/properties/scripts/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs13 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate2050.errors = [
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
  validate2050.errors = vErrors;
  return errors === 0;
}
validate2050.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export {
  schema_abortUtxoSetScanAnswer_default as abortUtxoSetScanAnswer,
  schema_abortUtxoSetScanRequest_default as abortUtxoSetScanRequest,
  schema_blockAnswer_default as blockAnswer,
  schema_blockRequest_default as blockRequest,
  schema_broadcastAnswer_default as broadcastAnswer,
  schema_broadcastRequest_default as broadcastRequest,
  schema_closeAnswer_default as closeAnswer,
  schema_closeRequest_default as closeRequest,
  schema_coinsAnswer_default as coinsAnswer,
  schema_coinsRequest_default as coinsRequest,
  schema_copiesAnswer_default as copiesAnswer,
  schema_copiesRequest_default as copiesRequest,
  schema_copyAnswer_default as copyAnswer,
  schema_copyRequest_default as copyRequest,
  schema_failure_default as failure,
  schema_feeEstimateAnswer_default as feeEstimateAnswer,
  schema_feeEstimateRequest_default as feeEstimateRequest,
  schema_fetchBlockAnswer_default as fetchBlockAnswer,
  schema_fetchBlockRequest_default as fetchBlockRequest,
  schema_filtersAnswer_default as filtersAnswer,
  schema_filtersRequest_default as filtersRequest,
  schema_headersAnswer_default as headersAnswer,
  schema_headersRequest_default as headersRequest,
  schema_hello_default as hello,
  schema_inMempoolAnswer_default as inMempoolAnswer,
  schema_inMempoolRequest_default as inMempoolRequest,
  schema_messagesEvent_default as messagesEvent,
  schema_openAnswer_default as openAnswer,
  schema_openRequest_default as openRequest,
  schema_ownTransactionsAnswer_default as ownTransactionsAnswer,
  schema_ownTransactionsRequest_default as ownTransactionsRequest,
  schema_publishAnswer_default as publishAnswer,
  schema_publishRequest_default as publishRequest,
  schema_saveCopyAnswer_default as saveCopyAnswer,
  schema_saveCopyRequest_default as saveCopyRequest,
  schema_scanUtxoSetAnswer_default as scanUtxoSetAnswer,
  schema_scanUtxoSetRequest_default as scanUtxoSetRequest,
  schema_sendAnswer_default as sendAnswer,
  schema_sendRequest_default as sendRequest,
  schema_statusAnswer_default as statusAnswer,
  schema_statusRequest_default as statusRequest,
  schema_testAcceptAnswer_default as testAcceptAnswer,
  schema_testAcceptRequest_default as testAcceptRequest,
  schema_utxoSetProgressAnswer_default as utxoSetProgressAnswer,
  schema_utxoSetProgressRequest_default as utxoSetProgressRequest,
  schema_waitForBlockAnswer_default as waitForBlockAnswer,
  schema_waitForBlockRequest_default as waitForBlockRequest,
  schema_watchAnswer_default as watchAnswer,
  schema_watchJoinsRequest_default as watchJoinsRequest,
  schema_watchRequest_default as watchRequest,
};
