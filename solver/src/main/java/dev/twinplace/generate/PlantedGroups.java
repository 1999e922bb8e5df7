package dev.twinplace.generate;

import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Groups of twins that a planted placement keeps together or separate. A twin is in at most one of each kind. */
final class PlantedGroups {
    /** One pair that must be together for so many twins. */
    private static final int TWINS_PER_PAIR = 20;

    /** One of so many twins must be separate from others. */
    private static final int TWINS_PER_SEPARATE = 3;

    private static final int MAX_SEPARATE = 4;

    private final List<String> twins;
    private final int[] planted;
    private final SplittableRandom random;

    PlantedGroups(List<String> twins, int[] planted, SplittableRandom random) {
        this.twins = twins;
        this.planted = planted;
        this.random = random;
    }

    /** Groups that must be together, then those that must be separate. */
    List<TwinGroup> draw() {
        List<TwinGroup> groups = new ArrayList<>();
        addPairs(groups);
        addSeparate(groups);
        return groups;
    }

    /** Twins that are planted on one server, two by two. */
    private void addPairs(List<TwinGroup> groups) {
        boolean[] isGrouped = new boolean[planted.length];
        for (int m = 0; m < planted.length && groups.size() < planted.length / TWINS_PER_PAIR; m++) {
            for (int other = m + 1; other < planted.length && !isGrouped[m]; other++) {
                if (planted[other] == planted[m] && !isGrouped[other]) {
                    isGrouped[m] = true;
                    isGrouped[other] = true;
                    groups.add(new TwinGroup(TwinGroup.Kind.TOGETHER, List.of(twins.get(m), twins.get(other))));
                }
            }
        }
    }

    /** Twins that are planted on different servers. */
    private void addSeparate(List<TwinGroup> groups) {
        boolean[] isGrouped = new boolean[planted.length];
        int left = planted.length / TWINS_PER_SEPARATE;
        for (int m = 0; m < planted.length && left >= 2; m++) {
            if (isGrouped[m]) {
                continue;
            }
            List<Integer> members = separate(m, Math.min(left, random.nextInt(2, MAX_SEPARATE + 1)), isGrouped);
            if (members.size() >= 2) {
                members.forEach(member -> isGrouped[member] = true);
                left -= members.size();
                groups.add(new TwinGroup(
                        TwinGroup.Kind.SEPARATE,
                        members.stream().map(twins::get).toList()));
            }
        }
    }

    /** A twin with up to {@code size} − 1 that come after it, each on a server of its own. */
    private List<Integer> separate(int first, int size, boolean[] isGrouped) {
        List<Integer> members = new ArrayList<>(List.of(first));
        for (int m = first + 1; m < planted.length && members.size() < size; m++) {
            int server = planted[m];
            if (!isGrouped[m] && members.stream().noneMatch(member -> planted[member] == server)) {
                members.add(m);
            }
        }
        return members;
    }
}
