package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.FeatureExtractor;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.nn.Mlp;
import java.util.List;
import java.util.Optional;

/** One layer whose samples are the devices of a scenario, and which writes as many features of each twin. */
abstract class DeviceExtractor implements FeatureExtractor {
    static final int FEATURES = 8;

    /** w, x and y. */
    static final int INPUTS_PER_DEVICE = 3;

    /** In the database a device is its three inputs and the index of its twin. */
    static final int DEVICE_LENGTH = INPUTS_PER_DEVICE + 1;

    final int devices;
    final int twins;
    final Mlp shape;

    /** With a layer from so many inputs to the features of a twin. */
    DeviceExtractor(int devices, int twins, int inputs) {
        this.devices = devices;
        this.twins = twins;
        shape = new Mlp(inputs, FEATURES);
    }

    @Override
    public final int sampleLength() {
        return DEVICE_LENGTH * devices;
    }

    @Override
    public final int features() {
        return FEATURES * twins;
    }

    @Override
    public final Optional<Mlp> shape() {
        return Optional.of(shape);
    }

    /** Writes the sample of a scenario. Rows of devices that it does not have keep what is there; all zero, they add nothing. */
    static void describe(Scenario scenario, float[] sample, int at) {
        List<Device> devices = scenario.devices();
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            int row = at + n * DEVICE_LENGTH;
            sample[row] = (float) (device.workloadMB() / PaperDefaults.MAX_WORKLOAD_MB);
            sample[row + 1] = (float) (device.x() / PaperDefaults.FIELD_WIDTH_METRES);
            sample[row + 2] = (float) (device.y() / PaperDefaults.FIELD_HEIGHT_METRES);
            sample[row + INPUTS_PER_DEVICE] = device.twin();
        }
    }
}
