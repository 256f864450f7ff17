/**
 * The jobs' edge: Jakarta Batch. Start with {@link org.consoleme.batch.BatchJobRunner}; the jobs
 * themselves are the files in {@code batch-jobs/}, whose refs are the {@code @Named} classes here.
 * They call use cases and hold no rule of the business.
 */
package org.consoleme.batch;
