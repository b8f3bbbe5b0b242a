# qubesctl state.apply jm, in dom0.
include:
  - jm.dom0
