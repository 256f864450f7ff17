/**
 * What people do in a modal: fill in its fields, ask for suggestions, submit and close it; and what
 * the app answers to that.
 */
package org.consoleme.slacktwin.modal;
