# The policy comes first, so that the wallet VM is closed before it exists.
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.release
  - jm.dom0.packages
  - jm.dom0.policy
  - jm.dom0.templates
  - jm.dom0.gateways
  - jm.dom0.vms
  - jm.dom0.verify
  - jm.dom0.onion
  - jm.dom0.targets
{%- else %}
jm.dom0 is for dom0:
  test.fail_without_changes:
    - comment: 'This state is for dom0: sudo qubesctl state.apply jm'
{%- endif %}
