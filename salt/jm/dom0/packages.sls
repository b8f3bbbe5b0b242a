# The manifest is the one that the user compared, and the packages are those of the manifest.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
{%- set dir = jm.formula_dir ~ '/files/packages' %}
include:
  - jm.dom0.release

{%- if not jm.packages.manifest | string | regex_match('^([0-9a-f]{64})$') %}
jm.dom0.packages:
  test.fail_without_changes:
    - comment: >-
        Pillar jm:packages:manifest is not set. Compare "sha256sum {{ dir }}/SHA256SUMS" with what the release announces, and
        write it there.
    - require:
      - sls: jm.dom0.release
{%- else %}
jm.dom0.packages:
  cmd.run:
    - name: |
        echo 'The packages {{ jm.packages.version }} or SHA256SUMS in {{ dir }} are missing, or are not those of pillar jm:packages. Copy them again.' >&2
        exit 1
    - unless: >-
        cd {{ dir }}
        && echo '{{ jm.packages.manifest }}  SHA256SUMS' | sha256sum --strict --status --check
        && sha256sum --strict --status --check SHA256SUMS
        && grep -q '^[0-9a-f]*  jm-wallet_{{ jm.packages.version }}_all.deb$' SHA256SUMS
        && grep -q '^[0-9a-f]*  jm-net_{{ jm.packages.version }}_all.deb$' SHA256SUMS
    - require:
      - sls: jm.dom0.release
{%- endif %}
{%- endif %}
