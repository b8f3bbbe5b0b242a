# A new version: copy the packages, change jm:packages in the pillar, run "jm-apply upgrade". In dom0 this renews what dom0 holds;
# in a template it installs. VMs that run keep the old version until they restart; jm-apply names them.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0
{%- elif grains['id'] in jm.wallet_templates %}
include:
  - jm.template.wallet
{%- elif grains['id'] in jm.net_templates %}
include:
  - jm.template.net
{%- elif grains['id'] in jm.gateways %}
include:
  - jm.gateway
{%- else %}
jm.upgrade is not for {{ grains['id'] }}:
  test.fail_without_changes:
    - comment: 'This state is for dom0, the templates and the gateway of the formula jm.'
{%- endif %}
