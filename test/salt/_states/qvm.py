"""The state qvm of Qubes, as far as the formula uses it. An action or an argument that the real one lacks is an error."""


def _arguments(options, allowed):
    merged = {}
    for option in options:
        merged.update(option)
    unknown = set(merged) - set(allowed)
    if unknown:
        raise ValueError(f"unknown arguments: {', '.join(sorted(unknown))}")
    return merged


def _present(name, options):
    wanted = _arguments(options, {"template", "label"})
    if __salt__["qvm.exists"](name):
        return {}
    __salt__["qvm.create"](name, **wanted)
    return {name: {"old": None, "new": "created"}}


def _clone(name, options):
    wanted = _arguments(options, {"source", "label"})
    if __salt__["qvm.exists"](name):
        return {}
    __salt__["qvm.clone"](name, **wanted)
    return {name: {"old": None, "new": f"cloned from {wanted['source']}"}}


def _prefs(name, options):
    return __salt__["qvm.set_prefs"](name, {key: value for option in options for key, value in option.items()})


def _features(name, options):
    wanted = _arguments(options, {"enable", "disable", "set"})
    features = {key: "1" for key in wanted.get("enable", [])}
    features.update({key: "" for key in wanted.get("disable", [])})
    for item in wanted.get("set", []):
        features.update(item)
    return __salt__["qvm.set_features"](name, features)


def _tags(name, options):
    wanted = _arguments(options, {"add", "del"})
    return __salt__["qvm.set_tags"](name, wanted.get("add", []), wanted.get("del", []))


_ACTIONS = {"present": _present, "clone": _clone, "prefs": _prefs, "features": _features, "tags": _tags}


def vm(name, actions, **kwargs):
    ret = {"name": name, "changes": {}, "result": True, "comment": ""}
    if set(actions) != set(kwargs):
        return {**ret, "result": False, "comment": f"actions and arguments differ: {actions} {sorted(kwargs)}"}
    for action in actions:
        try:
            changes = _ACTIONS[action](name, kwargs[action])
        except Exception as error:  # What the real state answers is text as well.
            return {**ret, "result": False, "comment": f"{action}: {error}"}
        if changes:
            ret["changes"]["qvm." + action] = changes
    return ret


def absent(name):
    ret = {"name": name, "changes": {}, "result": True, "comment": ""}
    if not __salt__["qvm.exists"](name):
        return ret
    try:
        __salt__["qvm.remove"](name)
    except Exception as error:
        return {**ret, "result": False, "comment": str(error)}
    return {**ret, "changes": {name: {"old": "present", "new": "absent"}}}
