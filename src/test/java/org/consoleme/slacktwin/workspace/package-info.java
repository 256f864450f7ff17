/**
 * People, channels and messages of the twin's workspace; knows neither HTTP nor what an app may
 * ask.
 */
package org.consoleme.slacktwin.workspace;
