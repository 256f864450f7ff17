/**
 * Benchmarks: {@code ./mvnw -Pbench} runs them all and writes {@code src/docs/benchmarks.md}. Start
 * reading at {@link org.consoleme.bench.Benchmarks}. They drive the packaged server from outside,
 * on loopback, bounded in count and time; none of them is a test.
 */
package org.consoleme.bench;
