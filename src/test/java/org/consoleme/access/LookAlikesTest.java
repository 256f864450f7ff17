package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    @ParameterizedTest
    @CsvSource({
        "billing-reader,biIIing-reader",
        "billing-reader,Billing_Reader",
        "role1,rolel",
        "prod0,prodO",
        "alarms,alarrns",
        "view,vievv"
    })
    void namesThatLookTheSame(String one, String other) {
        assertThat(LookAlikes.shape(other)).isEqualTo(LookAlikes.shape(one));
    }

    @Test
    void namesThatDoNot() {
        assertThat(LookAlikes.shape("billing-reader")).isNotEqualTo(LookAlikes.shape("billing"));
    }
}
