/**
 * Who a browser's request is from. Start with {@link org.consoleme.web.signin.WebCallers}; a
 * further way to sign in (OIDC, SAML, the local stack's chooser) is a {@link
 * org.consoleme.web.signin.SignInMethod} bean.
 */
package org.consoleme.web.signin;
