# Deletes one pair. Nothing happens unless pillar jm:remove is the name of its wallet VM; "jm-apply remove NAME" asks for it.
{%- from 'jm/map.jinja' import jm with context %}
{%- set doomed = jm.pairs | selectattr('wallet', 'equalto', jm.remove) | list %}
{%- set kept = jm.pairs | rejectattr('wallet', 'equalto', jm.remove) | list %}
{%- if grains['nodename'] != 'dom0' or not doomed %}
jm.remove:
  test.fail_without_changes:
    - comment: >-
        Nothing was removed. A wallet VM is deleted with the keys in it. Back it up; then, in dom0, jm-apply remove and one of
        these names: {{ jm.wallets | join(', ') }}
{%- else %}
{%- set pair = doomed | first %}
{%- for name in [pair.wallet, pair.net] %}
jm.remove {{ name }} is halted:
  cmd.run:
    - name: |
        echo '{{ name }} runs. Shut it down first: qvm-shutdown --wait {{ name }}' >&2
        exit 1
    - onlyif: qvm-check --quiet --running {{ name }}
{%- endfor %}

# What is allowed goes first; what is denied stays until the wallet VM is gone.
jm.remove 31-jm.policy:
{%- if kept %}
  file.managed:
    - source: salt://jm/files/policy/31-jm.policy.jinja
    - template: jinja
    - context:
        pairs: {{ kept | json }}
    - user: {{ jm.owner }}
    - group: {{ jm.policy_group }}
    - mode: '0664'
{%- else %}
  file.absent:
{%- endif %}
    - name: {{ jm.root }}/etc/qubes/policy.d/31-jm.policy
    - require:
      - cmd: jm.remove {{ pair.wallet }} is halted
      - cmd: jm.remove {{ pair.net }} is halted

{%- set doomed_vms = [pair.wallet, pair.net] %}
{%- if pair.gateway != 'sys-whonix' %}
{%-   do doomed_vms.append(pair.gateway) %}
{%- endif %}
{%- for key in ['wallet_template', 'net_template'] if pair[key] not in kept | map(attribute=key) | list %}
{%-   do doomed_vms.append(pair[key]) %}
{%- endfor %}
{%- for name in doomed_vms %}
jm.remove {{ name }}:
  qvm.absent:
    - name: {{ name }}
    - require:
{%- if loop.first %}
      - file: jm.remove 31-jm.policy
{%- else %}
      - qvm: jm.remove {{ loop.previtem }}
{%- endif %}
{%- endfor %}

{%- if not kept %}
jm.remove 32-jm.policy:
  file.absent:
    - name: {{ jm.root }}/etc/qubes/policy.d/32-jm.policy
    - require:
      - qvm: jm.remove {{ pair.wallet }}
{%- endif %}

jm.remove {{ pair.gateway }} profile:
  file.absent:
    - name: {{ jm.formula_dir }}/files/generated/{{ pair.gateway }}.yml
    - require:
      - qvm: jm.remove {{ pair.net }}
{%- endif %}
