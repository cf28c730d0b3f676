package org.yekuo.document;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where customers reach this program ({@code yekuo.public-address}), for addresses that leave it on paper or in a square code. */
@Component
public class PublicAddress {

    private final String address;
    private final String here;

    public PublicAddress(@Value("${yekuo.public-address:}") String address, @Value("http://localhost:${server.port:8080}") String here) {
        this.address = address.strip().replaceAll("/+$", "");
        this.here = here;
    }

    /** The whole address of a path that begins with a slash; on this machine where none is set, which only a drill does. */
    public String of(String path) {
        return of(path, () -> here);
    }

    /** The same, beginning with {@code otherwise} where none is set. */
    public String of(String path, Supplier<String> otherwise) {
        return (address.isEmpty() ? otherwise.get() : address) + path;
    }
}
