/**
 * IAM policy documents: read ({@link org.consoleme.policies.PolicyDocument}), checked ({@link
 * org.consoleme.policies.DocumentCheck}), compared ({@link
 * org.consoleme.policies.PolicyDifference}); and the actions that AWS knows ({@link
 * org.consoleme.policies.ActionCatalogue}). The documents are those of identities (roles, users,
 * groups). Knows only {@code shared}, and Jackson as the one package of the core: JSON is its
 * subject. It asks nobody: what it says is computed from the text alone.
 */
package org.consoleme.policies;
