# What jm-apply does after dom0, one step a line and in this order.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.verify
  - jm.dom0.onion

jm.dom0.targets:
  file.managed:
    - name: {{ jm.root }}/var/lib/jm/targets
    - contents: |
{%- for template in jm.wallet_templates %}
        apply {{ template }} jm.template.wallet
{%- endfor %}
        bitcoind {{ jm.bitcoin.version }} {{ jm.bitcoin.platform }} {{ jm.bitcoin.signers }} {{ jm.bitcoin.builder }}
{%- for template in jm.net_templates %}
        apply {{ template }} jm.template.net
{%- endfor %}
{%- for template in jm.wallet_templates + jm.net_templates %}
        shutdown {{ template }}
{%- endfor %}
{%- for gateway in jm.gateways %}
        apply {{ gateway }} jm.gateway
{%- endfor %}
{%- for name in jm.nets + jm.wallets %}
        restart {{ name }}
{%- endfor %}
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - sls: jm.dom0.verify
      - sls: jm.dom0.onion
{%- endif %}
