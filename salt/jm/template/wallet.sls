# In the wallet's template. Nothing here, and nothing else of the formula, enters the wallet VM itself.
{%- from 'jm/map.jinja' import jm with context %}
{%- from 'jm/template/package.jinja' import installed, release %}
{%- if grains['id'] in jm.wallet_templates %}
{{ release('jm-wallet', 'This template is not Debian ' ~ jm.release.debian ~ '. Name one that is in pillar jm:wallet:base.',
           "grep -q '^" ~ jm.release.debian ~ "\\(\\.\\|$\\)' " ~ jm.root ~ '/etc/debian_version && ! test -e ' ~ jm.root ~ '/etc/whonix_version') }}
{{ installed(jm, 'jm-wallet') }}
{%- else %}
jm.template.wallet is not for {{ grains['id'] }}:
  test.fail_without_changes:
    - comment: 'This state is for {{ jm.wallet_templates | join(', ') }}.'
{%- endif %}
