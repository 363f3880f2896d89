package org.huisheng.kit.testing.planted.kits_stay_small;

/** Planted: one class more than a kit may have. */
record Many() {}

record Many02() {}

record Many03() {}

record Many04() {}

record Many05() {}

record Many06() {}

record Many07() {}

record Many08() {}

record Many09() {}

record Many10() {}

record Many11() {}

record Many12() {}

record Many13() {}

record Many14() {}

record Many15() {}

record Many16() {}

record Many17() {}

record Many18() {}

record Many19() {}

record Many20() {}

record Many21() {}
