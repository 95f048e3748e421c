"""Kalenderfil och mejl: how an invitation leaves the product."""
