"""Instead of apt: notes Debian's packages in $JM_ROOT/packages, and unpacks ours below $JM_ROOT."""

import os
import subprocess


def _noted():
    try:
        with open(os.path.join(os.environ["JM_ROOT"], "packages"), encoding="utf-8") as file:
            return set(file.read().split("\n")) - {""}
    except FileNotFoundError:
        return set()


def installed(name, pkgs=None, sources=None, install_recommends=True):
    ret = {"name": name, "changes": {}, "result": True, "comment": ""}
    if install_recommends:
        return {**ret, "result": False, "comment": "packages come without what they recommend"}
    noted = _noted()
    wanted = set(pkgs or [])
    for source in sources or []:
        ((package, file),) = source.items()
        label = subprocess.run(
            ["dpkg-deb", "--show", "--showformat=${Package}=${Version}", file], capture_output=True, text=True, check=False
        )
        if label.returncode != 0 or not label.stdout.startswith(package + "="):
            return {**ret, "result": False, "comment": f"{file} is not a package {package}: {label.stderr}"}
        noted = {line for line in noted if line == label.stdout or not line.startswith(package + "=")}
        wanted.add(label.stdout)
        if label.stdout not in noted:
            subprocess.run(["dpkg-deb", "--extract", file, os.environ["JM_ROOT"]], check=True)
    new = wanted - noted
    if new:
        with open(os.path.join(os.environ["JM_ROOT"], "packages"), "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(noted | wanted)) + "\n")
    return {**ret, "changes": {label: {"old": "", "new": label} for label in new}}
