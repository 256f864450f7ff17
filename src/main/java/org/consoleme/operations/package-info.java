/**
 * Running the product: {@link org.consoleme.operations.JobRun jobs} and {@link
 * org.consoleme.operations.Check self-checks}, for administrators. Knows neither Batch nor any
 * dependency's client.
 */
package org.consoleme.operations;
