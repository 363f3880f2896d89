package org.huisheng.kit.testing.planted.names_say_what_a_thing_is;

/** Planted: helps with what? */
record PlantedHelper() {}
