package org.consoleme.identity;

import java.util.Optional;

/** Makes {@link KnownPeople} for tests of other packages. */
public final class PeopleFixture {
    private PeopleFixture() {}

    /** Those who ever signed in; there is no directory. */
    public static KnownPeople of(SignIns signIns) {
        return new KnownPeople(Optional.empty(), signIns);
    }
}
