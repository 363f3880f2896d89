package org.huisheng.kit.testing.planted.entities_know_no_web_no_json_no_messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: a row that is its own JSON. */
@Entity
class Exposed {

    @Id
    long id;

    @JsonIgnore
    String secret;
}
