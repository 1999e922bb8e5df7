package dev.twinplace.reports.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The CSV file beside a result: a row for each problem and policy.
 *
 * @param file its name
 * @param rows without the header
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record InstanceFile(
        String file, @JsonProperty(required = true) long rows, String sha256) {
    public InstanceFile {
        Required.all(List.of("file", "sha256"), file, sha256);
    }
}
