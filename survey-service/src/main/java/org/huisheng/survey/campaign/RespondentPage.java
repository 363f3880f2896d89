package org.huisheng.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person who holds a link goes, by hand or by scanning its QR code. */
@ApplicationScoped
public class RespondentPage {

    private final String publicUrl;

    RespondentPage(@ConfigProperty(name = "huisheng.public-url") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    public String of(String token) {
        return publicUrl + "/s/" + token;
    }
}
