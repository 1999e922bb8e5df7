/** What a placement costs: by definition, incrementally, and as an independent check. */
package dev.twinplace.cost;
