package dev.twinplace.io;

import dev.twinplace.model.Device;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.Arrays;
import java.util.List;

/** Numbers twins in the order of their first mention, for devices may be read before the twins. */
final class TwinMentions {
    private static final int UNKNOWN = -1;

    private final Object2IntLinkedOpenHashMap<String> numbers = new Object2IntLinkedOpenHashMap<>();

    TwinMentions() {
        numbers.defaultReturnValue(UNKNOWN);
    }

    /** The number of a twin that a device or the list of twins mentions. */
    int of(String twin) {
        int known = numbers.putIfAbsent(twin, numbers.size());
        return known == UNKNOWN ? numbers.size() - 1 : known;
    }

    /**
     * The devices with indices into the list of twins, which are the numbers they have if the twins were read first.
     *
     * @param devices with the numbers of their twins; changed in place
     * @throws InvalidInputException if a device's twin is not among the twins
     */
    List<Device> resolve(String source, List<Device> devices, List<String> twins) {
        String[] mentioned = numbers.keySet().toArray(String[]::new);
        int[] indexOf = new int[mentioned.length];
        Arrays.fill(indexOf, UNKNOWN);
        for (int m = 0; m < twins.size(); m++) {
            indexOf[numbers.getInt(twins.get(m))] = m;
        }
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            int index = indexOf[device.twin()];
            if (index == UNKNOWN) {
                String twin = InvalidInputException.quote(mentioned[device.twin()]);
                throw new InvalidInputException(
                        source, "devices[" + n + "].twin: must be one of the twins, but was " + twin);
            }
            if (index != device.twin()) {
                devices.set(n, ofTwin(device, index));
            }
        }
        return devices;
    }

    private static Device ofTwin(Device device, int twin) {
        return new Device(device.id(), twin, device.x(), device.y(), device.workloadMB(), device.bandwidthMbps());
    }
}
