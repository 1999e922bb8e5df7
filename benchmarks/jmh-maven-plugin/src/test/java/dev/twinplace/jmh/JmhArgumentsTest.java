package dev.twinplace.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhArgumentsTest {
    @Test
    void withoutPropertiesAllBenchmarksRun() {
        assertEquals(List.of(), translate());
    }

    @Test
    void includeIsPositionalAndFirst() {
        assertEquals(
                List.of("Kernel.*", "-e", "Slow", "-f", "1"), translate("f=1", "exclude=Slow", "include=Kernel.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "wi", "i", "w", "r", "prof", "rf", "rff", "t", "bm", "tu", "jvmArgs", "foe"})
    void optionIsPassedOnWithItsValue(String option) {
        assertEquals(List.of("-" + option, "a b=c;d"), translate(option + "=a b=c;d"));
    }

    @Test
    void optionsAreInAlphabeticalOrder() {
        assertEquals(
                List.of("-bm", "avgt", "-f", "2", "-i", "3", "-tu", "us", "-wi", "1"),
                translate("wi=1", "tu=us", "f=2", "i=3", "bm=avgt"));
    }

    @Test
    void everyParameterGetsAnOptionOfItsOwn() {
        assertEquals(List.of("-p", "size=10,100", "-p", "solver=a"), translate("p=size=10,100; solver=a;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "l", "lp", "lprof", "lrf"})
    void optionWithoutValueIsSetUnlessFalse(String option) {
        assertEquals(List.of("-" + option), translate(option + "=true"));
        assertEquals(List.of("-" + option), translate(option + "="));
        assertEquals(List.of(), translate(option + "=false"));
    }

    @Test
    void wordsForOtherProgramsArePassedAsTheyAre() {
        assertEquals(List.of("a.json", "-b", "c"), translate("arguments= a.json  -b c "));
        assertEquals(List.of(), JmhArguments.words(null));
    }

    @Test
    void propertiesOfTheBuildAreLeftOut() {
        Properties properties = new Properties();
        properties.setProperty("f", "1");
        properties.setProperty("maven.jmh.f", "1");
        properties.setProperty("jmh.jvm", "-Xmx1g");
        properties.setProperty("jmh.main", "a.Main");
        properties.setProperty("jmh.profile", "x");
        properties.setProperty("jmh.skip", "false");
        properties.setProperty("jmh.version", "1.37");
        assertEquals(List.of(), JmhArguments.of(properties));
    }

    /** Translates assignments such as {@code f=1}, given without their prefix {@code jmh.}. */
    private static List<String> translate(String... assignments) {
        Properties properties = new Properties();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            properties.setProperty("jmh." + assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return JmhArguments.of(properties);
    }
}
