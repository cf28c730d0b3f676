package org.yekuo.web.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where customers reach this program ({@code yekuo.public-address}), for addresses that leave it in a square code. A request says only how the browser of a
 * clerk reached it, which may be by another name; it is asked where nothing is set.
 */
@Component
public class PublicAddress {

    private final String address;

    PublicAddress(@Value("${yekuo.public-address:}") String address) {
        this.address = address.strip().replaceAll("/+$", "");
    }

    /** The whole address of a path that begins with a slash. */
    public String of(String path) {
        return (address.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : address) + path;
    }
}
