/** IAM policy documents. */
package org.consoleme.policies;
