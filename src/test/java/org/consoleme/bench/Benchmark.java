package org.consoleme.bench;

import java.util.List;

/** Something that is measured by itself; leaves no process behind. */
interface Benchmark {
    /** As in {@code -Dbench=}. */
    String name();

    List<Figure> run(Workshop workshop) throws Exception;
}
