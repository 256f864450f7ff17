/**
 * Where settings come from: ConsoleMe's YAML with its {@code extends} ({@code ConfigurationFiles}),
 * the catalogue of every key ({@code config-keys.txt}, {@code KeyCatalogue}) and the dynamic
 * configuration ({@code DynamicConfigurationText}). Start with {@code ConfigurationStart}. Knows no
 * AWS SDK: what lies in S3, Secrets Manager or DynamoDB comes through {@code RemoteText} and {@code
 * DynamicConfigurationSource}.
 */
package org.consoleme.platform.config;
