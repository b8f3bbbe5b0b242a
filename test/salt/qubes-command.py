"""qvm-check, qvm-prefs, qvm-tags, qvm-volume, qvm-shutdown and systemctl over the model; started under these names."""

import json
import os
import sys

program = os.path.basename(sys.argv[0])
arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
flags = {argument for argument in sys.argv[1:] if argument.startswith("--")}
with open(os.environ["JM_MODEL"], encoding="utf-8") as file:
    model = json.load(file)


def save():
    with open(os.environ["JM_MODEL"], "w", encoding="utf-8") as output:
        json.dump(model, output, indent=1, sort_keys=True)


def find(name):
    if name not in model["vms"]:
        sys.exit(f"{program}: no such domain: {name}")
    return model["vms"][name]


if program == "systemctl":
    if sys.argv[1:] == ["--version"]:
        sys.exit(0)
    model.setdefault("systemctl", []).append(" ".join(sys.argv[1:]))
    save()
elif program == "qvm-check":
    if arguments[0] not in model["vms"] or ("--running" in flags and not model["vms"][arguments[0]].get("running")):
        sys.exit(1)
elif program == "qvm-prefs":
    defaults = {"netvm": "sys-firewall", "default_dispvm": "default-dvm"}
    name, key = arguments
    print(find(name)["prefs"].get(key, defaults.get(key, "")))
elif program == "qvm-tags":
    print("\n".join(find(arguments[0])["tags"]))
elif program == "qvm-shutdown":
    for name in arguments:
        find(name)["running"] = False
    save()
elif program == "qvm-volume":
    action, volume, value = arguments
    name, kind = volume.split(":")
    if kind != "private":
        sys.exit(f"{program}: no such volume: {volume}")
    if action == "info" and value == "size":
        print(find(name)["private"])
    elif action == "resize" and int(value) > find(name)["private"]:
        find(name)["private"] = int(value)
        save()
    else:
        sys.exit(f"{program}: can't {action} {volume} {value}")
else:
    sys.exit(f"{program} is not known")
