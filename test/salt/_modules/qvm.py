"""Qubes as far as the formula sees it: VMs with properties, tags and features, kept in the JSON file $JM_MODEL."""

import json
import os

PROPERTIES = {
    "audiovm", "autostart", "default_dispvm", "devices_denied", "include_in_backups", "ip", "label", "maxmem",
    "memory", "netvm", "provides_network", "template", "template_for_dispvms", "vcpus",
}
WHONIX_TAGS = ["anon-vm", "sdwdate-gui-client"]
MOST_TAGS = 64


class Refused(Exception):
    """What qubesd answers to a request that makes no sense."""


def _read():
    with open(os.environ["JM_MODEL"], encoding="utf-8") as file:
        return json.load(file)


def _write(model):
    with open(os.environ["JM_MODEL"], "w", encoding="utf-8") as file:
        json.dump(model, file, indent=1, sort_keys=True)


def _vm(model, name):
    if name not in model["vms"]:
        raise Refused(f"{name} does not exist")
    return model["vms"][name]


def exists(name):
    return name in _read()["vms"]


def create(name, template, label):
    """As qubesd and its Whonix extension do: the defaults hold, and what is made of a Whonix template is tagged at once."""
    model = _read()
    if _vm(model, template)["class"] != "TemplateVM":
        raise Refused(f"{template} is not a template")
    prefs = {"template": template, "label": label, "ip": f"10.137.0.{20 + len(model['vms'])}"}
    tags = ["created-by-dom0"]
    if model["vms"][template]["features"].get("whonix-ws"):
        tags += WHONIX_TAGS
        prefs["default_dispvm"] = "whonix-workstation-18-dvm"
    if model["vms"][template]["features"].get("whonix-gw"):
        tags.append("anon-gateway")
    model["vms"][name] = {"class": "AppVM", "prefs": prefs, "tags": sorted(tags), "features": {}, "private": 2 << 30}
    _write(model)


def clone(name, source, label):
    model = _read()
    copy = json.loads(json.dumps(_vm(model, source)))
    copy["prefs"]["label"] = label
    model["vms"][name] = copy
    _write(model)


def remove(name):
    model = _read()
    if _vm(model, name).get("running"):
        raise Refused(f"{name} runs")
    used = [other for other, vm in model["vms"].items() if name in (vm["prefs"].get("template"), vm["prefs"].get("netvm"))]
    if used:
        raise Refused(f"{name} is used by {', '.join(used)}")
    del model["vms"][name]
    _write(model)


def set_prefs(name, wanted):
    model = _read()
    prefs = _vm(model, name)["prefs"]
    changes = {}
    for hyphened, value in wanted.items():
        key = hyphened.replace("-", "_")
        if key not in PROPERTIES:
            raise Refused(f"no such property: {key}")
        if key in ("netvm", "default_dispvm", "template") and value != "" and value not in model["vms"]:
            raise Refused(f"{key}: {value} does not exist")
        if key not in prefs or prefs[key] != value:
            changes[key] = {"old": prefs.get(key, "*default*"), "new": value}
            prefs[key] = value
    _write(model)
    return changes


def set_features(name, wanted):
    model = _read()
    features = _vm(model, name)["features"]
    changes = {key: {"old": features.get(key), "new": value} for key, value in wanted.items() if features.get(key) != value}
    features.update(wanted)
    _write(model)
    return changes


def set_tags(name, add, remove_):
    model = _read()
    vm = _vm(model, name)
    tags = (set(vm["tags"]) | set(add)) - set(remove_)
    if len(tags) > MOST_TAGS:
        raise Refused("too many tags")
    changes = {tag: {"old": tag in vm["tags"], "new": tag in tags} for tag in tags ^ set(vm["tags"])}
    vm["tags"] = sorted(tags)
    _write(model)
    return changes
