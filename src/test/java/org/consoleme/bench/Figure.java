package org.consoleme.bench;

/**
 * One row of the page.
 *
 * @param what was measured; a row with the same text is replaced
 * @param target of the design; a dash where there is none
 * @param measured with its unit
 */
record Figure(String what, String target, String measured) {}
