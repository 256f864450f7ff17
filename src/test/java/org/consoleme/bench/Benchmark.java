package org.consoleme.bench;

import java.util.function.Consumer;

/** Something that is measured by itself; leaves no process behind. */
interface Benchmark {
    /** As in {@code -Dbench=}. */
    String name();

    /**
     * @param figures takes each as soon as it is known
     */
    void run(Workshop workshop, Consumer<Figure> figures) throws Exception;
}
