/**
 * What went wrong, in the format of the address that was asked: problem JSON under {@code /api/v3},
 * the one envelope of weep's contract (5.3) everywhere else. Start with {@link
 * org.consoleme.web.errors.ErrorWriter}.
 */
package org.consoleme.web.errors;
