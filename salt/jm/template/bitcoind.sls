{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['id'] in jm.net_templates %}
{%- set release = 'bitcoin-' ~ jm.bitcoin.version %}
{%- set tarball = release ~ '-' ~ jm.bitcoin.platform ~ '.tar.gz' %}
{%- set dir = jm.packages_dir ~ '/bitcoin' %}
{%- for name in [tarball, 'SHA256SUMS'] %}
jm.template.bitcoind {{ name }}:
  file.managed:
    - name: {{ dir }}/{{ name }}
    - source: salt://jm/files/bitcoin/{{ name }}
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - pkg: jm.template jm-net
{%- endfor %}

# SHA256SUMS is dom0's, written after the signatures were counted; upstream's own has the same form.
jm.template.bitcoind checksum:
  cmd.run:
    - name: |
        echo '{{ tarball }} is not the file whose signatures were verified. Run jm-apply again.' >&2
        exit 1
    - unless: cd {{ dir }} && grep '  {{ tarball }}$' SHA256SUMS | sha256sum --strict --status --check
    - require:
      - file: jm.template.bitcoind {{ tarball }}
      - file: jm.template.bitcoind SHA256SUMS

{%- for program in ['bitcoind', 'bitcoin-cli'] %}
jm.template.bitcoind {{ program }}:
  cmd.run:
    - name: >-
        mkdir -p {{ jm.root }}/usr/bin
        && tar --extract --no-same-owner --strip-components=2
        --file={{ dir }}/{{ tarball }} --directory={{ jm.root }}/usr/bin {{ release }}/bin/{{ program }}
        && chmod 0755 {{ jm.root }}/usr/bin/{{ program }}
    - unless: tar --extract --to-stdout --file={{ dir }}/{{ tarball }} {{ release }}/bin/{{ program }} | cmp --silent - {{ jm.root }}/usr/bin/{{ program }}
    - require:
      - cmd: jm.template.bitcoind checksum
{%- endfor %}

# One template serves one kind of node; two pairs of different kinds have a template each.
{%- set served = jm.pairs | selectattr('net_template', 'equalto', grains['id']) | list %}
jm.template.bitcoind bitcoin.conf:
  file.managed:
    - name: {{ jm.root }}/etc/bitcoin/bitcoin.conf
    - source: salt://jm/files/net/bitcoin.conf.jinja
    - template: jinja
    - context:
        tor: {{ jm.tor | json }}
        node: {{ served | map(attribute='node') | first }}
        node_wallet: {{ served | map(attribute='node_wallet') | first }}
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - pkg: jm.template jm-net

# The unit is the package's. It starts where dom0 has switched the service jm-bitcoind on.
jm.template.bitcoind unit:
  file.managed:
    - name: {{ jm.root }}/etc/systemd/system/bitcoind.service
    - source: {{ jm.root }}/usr/share/doc/jm-net/examples/bitcoind.service
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - cmd: jm.template.bitcoind bitcoind

jm.template.bitcoind enabled:
  file.symlink:
    - name: {{ jm.root }}/etc/systemd/system/multi-user.target.wants/bitcoind.service
    - target: /etc/systemd/system/bitcoind.service
    - makedirs: True
    - require:
      - file: jm.template.bitcoind unit
{%- endif %}
