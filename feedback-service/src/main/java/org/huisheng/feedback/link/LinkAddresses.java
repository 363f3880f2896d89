package org.huisheng.feedback.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the pages behind links are, as people reach them. */
@ApplicationScoped
public class LinkAddresses {

    private final String publicUrl;

    LinkAddresses(@ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    /** @param page the one segment that stands before the token */
    public String of(String page, LinkToken token) {
        return publicUrl + "/" + page + "/" + token.value();
    }
}
