{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' and grains['osrelease'] | string not in jm.release.qubes %}
jm.dom0.release:
  test.fail_without_changes:
    - comment: 'This is Qubes {{ grains['osrelease'] }}; the formula is for {{ jm.release.qubes | join(', ') }}. Update Qubes, then run this again.'
{%- else %}
jm.dom0.release:
  test.nop: []
{%- endif %}
